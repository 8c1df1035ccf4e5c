import type { Board } from '../board.ts';
import { bookIn, field, headOf, isNo, isOfAccount, markIn, streamIn } from './frameText.ts';
import type { Living, TappedSocket } from './tappedSocket.ts';

/** A request as it went out. */
export interface SentRequest {
  readonly socket: TappedSocket;
  readonly sequence: number;
}

/** What the rules ask and tell while frames go by. */
export interface WireWatch {
  readonly name: string;
  readonly board: Board;
  /** The streams that somebody listens to now. */
  readonly wanted: () => ReadonlySet<string>;
  /** An order is being canceled, by its id at the exchange. */
  readonly cancels: (OrderId: number) => void;
}

/** The rules of the wire, over all sockets of one client. */
export interface WireRules {
  /** A frame goes out. */
  readonly send: (living: Living, text: string) => void;
  /** A frame has come. */
  readonly hear: (living: Living, text: string) => void;
  /** A socket is over. */
  readonly end: (living: Living) => void;
  /** Where a request with this mark went out. */
  readonly sent: (mark: number) => readonly SentRequest[];
  /** No frame may go out any more. */
  readonly close: () => void;
}

/** How often orders may be looked for within a second, less what fractions of a millisecond round to. */
const mostLooks = 2;
const second = 999;

/** The {@link WireRules} of a client of which nothing has been heard. */
export const createWireRules = ({ name: client, board, wanted, cancels }: WireWatch): WireRules => {
  const marks = new Map<number, SentRequest[]>();
  let before: { readonly on: readonly string[]; readonly isClean: boolean } | undefined;
  let looks: readonly number[] = [];
  let isClosed = false;

  /** The first that is said on a socket after a loss is what begins the streams again, those of accounts first. */
  const checkFirst = (name: string, text: string): void => {
    if (before?.isClean !== true) return;
    const lost = before.on.filter((stream) => wanted().has(stream));
    if (lost.length === 0) return;
    if (!name.startsWith('Subscribe'))
      board.breach('streams first', `${client} says ${name} before it begins ${lost.join(', ')} again`);
    else if (lost.some(isOfAccount) && !isOfAccount(streamIn(name, text)))
      board.breach('account first', `${client} begins ${streamIn(name, text)} before ${lost.join(', ')}`);
  };

  const checkStream = (living: Living, sequence: number, name: string, text: string): string => {
    const stream = streamIn(name, text);
    const instrument = bookIn(stream);
    if (/^Un[sS]ubscribe/.test(name)) {
      const isOn = living.streams.get(stream) === 'on';
      if (isOn && stream.startsWith('AccountEvents') && wanted().has(stream))
        board.breach('never left while wanted', `${client} ends ${stream}`);
      living.streams.delete(stream);
      if (instrument !== undefined) living.books.end(instrument);
    } else if (name.startsWith('Subscribe')) {
      if (instrument !== undefined) living.books.begin(instrument, sequence);
      if (living.streams.has(stream)) board.breach('one subscription', `${client} begins ${stream} twice`);
      living.streams.set(stream, 'asked');
      living.lastCalls.set(stream, sequence);
    }
    return stream;
  };

  const checkLook = (): void => {
    const recent = looks.filter((at) => board.now() - at < second);
    looks = [...recent, board.now()];
    if (looks.length > mostLooks)
      board.breach('looks paced', `${client} looks ${looks.length} times in a second`);
  };

  const checkSent = (living: Living, text: string): void => {
    board.log(`${client}#${living.tapped.number} > ${text}`);
    if (isClosed) board.breach('nothing after close', `${client} sends ${text}`);
    const head = headOf(text);
    if (head === undefined) {
      board.breach('frames', `${client} sends no frame: ${text}`);
      return;
    }
    const { sequence, name } = head;
    if (living.calls.has(sequence)) board.breach('numbers', `${client} uses the number ${sequence} twice`);
    if (name === 'AuthenticateUser') living.loginSequence = sequence;
    else if (name !== 'Ping') {
      // The link is looked after while the login is under way, too.
      if (!living.isLoggedIn)
        board.breach('login first', `${client} says ${name} before the login is answered`);
      if (living.spoken === 0) checkFirst(name, text);
      living.spoken += 1;
    }
    living.calls.set(sequence, { name, stream: checkStream(living, sequence, name, text) });
    if (name === 'CancelOrder') cancels(Number(field(text, '"OrderId')));
    if (name === 'GetOrdersHistory' && text.includes('ClientOrderId')) checkLook();
    const mark = markIn(text);
    if (Number.isNaN(mark)) return;
    const others = marks.get(mark) ?? [];
    marks.set(mark, [...others, { socket: living.tapped, sequence }]);
    if (name === 'SendOrder' && others.length > 0)
      board.breach('sent once', `${client} sends order ${mark} twice`);
  };

  const checkHeard = (living: Living, text: string): void => {
    board.log(`${client}#${living.tapped.number} < ${text}`);
    const head = headOf(text);
    if (head?.type === 3 && head.name === 'Level2UpdateEvent') living.books.update(text);
    if (head === undefined || (head.type !== 1 && head.type !== 5)) return;
    living.answered.add(head.sequence);
    if (head.sequence === living.loginSequence) living.isLoggedIn = true;
    const call = living.calls.get(head.sequence);
    if (call !== undefined && head.type === 1) living.books.snapshot(head.sequence, text);
    if (call?.name.startsWith('Subscribe') !== true || !living.streams.has(call.stream)) return;
    // An answer that comes late may be to a call that another has followed.
    if (living.lastCalls.get(call.stream) !== head.sequence) return;
    if (isNo(head.type, text)) living.streams.delete(call.stream);
    else living.streams.set(call.stream, 'on');
  };

  const end = (living: Living): void => {
    if (living.isOver) return;
    living.isOver = true;
    const states = [...living.streams.values()];
    before = {
      on: [...living.streams].flatMap(([stream, state]) => (state === 'on' ? [stream] : [])),
      isClean: living.isLoggedIn && states.every((state) => state === 'on') && before?.isClean !== false,
    };
    board.log(`${client}#${living.tapped.number} over`);
  };

  return {
    ...{ send: checkSent, hear: checkHeard, end },
    sent: (mark) => marks.get(mark) ?? [],
    close: () => {
      isClosed = true;
    },
  };
};
