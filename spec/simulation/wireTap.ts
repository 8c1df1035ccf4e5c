import { Observable } from 'rxjs';
import type { Transport } from '../../src/index.ts';
import type { Wire } from '../../src/transport/transport.ts';
import type { Board } from './board.ts';
import { type BookModel, createBookModel } from './bookModel.ts';

/** How a stream stands on a socket, as the frames tell it. */
type OnWire = 'asked' | 'on';

/** One socket, by what has gone over it. */
export interface TappedSocket {
  readonly number: number;
  readonly streams: ReadonlyMap<string, OnWire>;
  /** What has answered a request with this number. */
  readonly isAnswered: (sequence: number) => boolean;
  readonly isOver: () => boolean;
  readonly isLoggedIn: () => boolean;
}

/** A request as it went out. */
export interface SentRequest {
  readonly socket: TappedSocket;
  readonly sequence: number;
}

/** What has gone over the sockets of one client. */
export interface WireTap {
  readonly transport: Transport;
  /** The newest socket that is not over. */
  readonly socket: () => TappedSocket | undefined;
  /** The books of that socket, as its frames tell them. */
  readonly books: () => BookModel | undefined;
  /** Where a request with this mark went out. */
  readonly sent: (mark: number) => readonly SentRequest[];
  /** No frame may go out any more. */
  readonly close: () => void;
}

/** What the tap asks and tells while frames go by. */
export interface Watch {
  readonly name: string;
  readonly board: Board;
  readonly hasLogin: boolean;
  /** The streams that somebody listens to now. */
  readonly wanted: () => ReadonlySet<string>;
  /** An order is being canceled, by its id at the exchange. */
  readonly cancels: (OrderId: number) => void;
  /** A version of an order has been taken in by everybody, on a socket on which the account is followed. */
  readonly toldOfOrder: (text: string) => void;
  /** A frame of a book has been taken in by everybody. */
  readonly delivered: () => void;
  /** The socket has ended, and everybody knows. */
  readonly ended: () => void;
}

const headOf = (text: string) => {
  const found = /^\{"m":(\d),"i":(-?\d+),"n":"(\w*)"/.exec(text);
  return found === null
    ? undefined
    : { type: Number(found[1]), sequence: Number(found[2]), name: found[3] ?? '' };
};

const field = (text: string, name: string): string =>
  new RegExp(`${name}\\\\?":(\\d+)`).exec(text)?.[1] ?? '';

/** The stream that a call begins or ends. */
const streamIn = (name: string, text: string): string => {
  const kind = name.replace(/^(Un)?[sS]ubscribe/, '');
  const subject = kind === 'AccountEvents' ? field(text, 'AccountId') : field(text, 'InstrumentId');
  return `${kind}:${subject}`;
};

/** How often orders may be looked for within a second, less what fractions of a millisecond round to. */
const mostLooks = 2;
const second = 999;

const isOfAccount = (stream: string): boolean => /^(Account|OrderState)/.test(stream);
const isAccountOn = ({ streams }: Living): boolean =>
  [...streams].some(([stream, state]) => state === 'on' && stream.startsWith('AccountEvents'));
const isNo = (type: number, text: string): boolean =>
  type === 5 || /\\?"(Subscribed|Subscribe|result)\\?":false/.test(text);

/** The fields that tell requests of a program apart. */
const markIn = (text: string): number =>
  Number(/(?:ClientOrderId|ClOrderId|Depth)\\?":(\d{6,})/.exec(text)?.[1] ?? Number.NaN);

const bookIn = (stream: string): string | undefined => /^Level2:(\d+)$/.exec(stream)?.[1];

interface Living {
  readonly tapped: TappedSocket;
  readonly streams: Map<string, OnWire>;
  readonly calls: Map<number, { readonly name: string; readonly stream: string }>;
  /** The number of the last subscribe of each stream. */
  readonly lastCalls: Map<string, number>;
  readonly answered: Set<number>;
  readonly books: BookModel;
  loginSequence: number | undefined;
  isLoggedIn: boolean;
  isOver: boolean;
  spoken: number;
}

const createLiving = (number: number, isLoggedIn: boolean): Living => {
  const streams = new Map<string, OnWire>();
  const answered = new Set<number>();
  const living: Living = {
    tapped: {
      number,
      streams,
      isAnswered: (sequence) => answered.has(sequence),
      isOver: () => living.isOver,
      isLoggedIn: () => living.isLoggedIn,
    },
    ...{ streams, answered, calls: new Map(), lastCalls: new Map(), books: createBookModel() },
    ...{ loginSequence: undefined, isLoggedIn, isOver: false, spoken: 0 },
  };
  return living;
};

/** Listens to what goes over the sockets of one client, and holds it to the rules of the wire. */
export const createWireTap = (transport: Transport, watch: Watch): WireTap => {
  const { name: client, board, hasLogin, wanted, cancels, toldOfOrder, delivered, ended } = watch;
  const marks = new Map<number, SentRequest[]>();
  let current: Living | undefined;
  let before: { readonly on: readonly string[]; readonly isClean: boolean } | undefined;
  let looks: readonly number[] = [];
  let sockets = 0;
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

  const opened = (): Living => {
    sockets += 1;
    current = createLiving(sockets, !hasLogin);
    board.log(`${client}#${sockets} open`);
    return current;
  };
  const tapped = (wire: Wire, living: Living): Wire => {
    return {
      ...wire,
      message$: new Observable((subscriber) =>
        wire.message$.subscribe({
          next: (message) => {
            const text = String(message);
            checkHeard(living, text);
            subscriber.next(message);
            if (text.includes('Level2')) delivered();
            if (text.includes('"OrderStateEvent"') && isAccountOn(living)) toldOfOrder(text);
          },
          complete: () => {
            end(living);
            subscriber.complete();
            ended();
          },
        }),
      ),
      send: (text) => {
        if (!living.isOver) checkSent(living, text);
        wire.send(text);
      },
    };
  };

  return {
    transport: (url) =>
      new Observable((subscriber) => {
        let living: Living | undefined;
        subscriber.add(
          transport(url).subscribe({
            next: (wire) => {
              living = opened();
              subscriber.next(tapped(wire, living));
            },
            error: (error: unknown) => subscriber.error(error),
            complete: () => subscriber.complete(),
          }),
        );
        // Whoever has let go of it listens no more.
        subscriber.add(() => {
          if (living !== undefined) end(living);
        });
      }),
    socket: () => (current?.isOver === false ? current.tapped : undefined),
    books: () => (current?.isOver === false ? current.books : undefined),
    sent: (mark) => marks.get(mark) ?? [],
    close: () => {
      isClosed = true;
    },
  };
};
