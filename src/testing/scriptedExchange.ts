import { type Observable, Subject } from 'rxjs';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import { readJson } from '../json/json.ts';
import { aBoolean, aFunction, checkOptions, type ShapesOf } from '../misfits.ts';
import type { Transport } from '../transport/transport.ts';
import { createLines } from './lines.ts';
import type { PushedEvent } from './pushedEvent.ts';

/** How a {@link ScriptedExchange} reacts without further calls. */
export interface Script {
  /** Whether a socket opens at once, without a call of `accept`. @default true */
  readonly opens?: boolean;
  /**
   * Answers a request synchronously, inside `send`: it returns the payload of the reply, or `undefined` to send none.
   *
   * @default no request is answered
   */
  readonly answer?: (request: Frame) => unknown;
}

/** What each part of a script may be. */
export const scriptShapes: ShapesOf<Script> = { opens: aBoolean, answer: aFunction('a function') };

/** Sends an event or any other frame on the newest socket. */
export interface Push {
  /** Sends an event; the compiler checks the type of its payload. */
  <P>(event: PushedEvent<P>, payload: NoInfer<P>): void;
  /** Sends a frame: an event, unless its `type` says otherwise. */
  (frame: Partial<Frame> & Pick<Frame, 'name' | 'payload'>): void;
}

/** An exchange without behaviour of its own, for tests: it is a transport, and its methods decide what happens. */
export interface ScriptedExchange {
  /** Pass it to `createClient` as `transport`. */
  readonly transport: Transport;
  /** Every frame received so far, on any socket, with its payload parsed. */
  readonly received: readonly Frame[];
  /** The names of the frames received, in order. */
  readonly names: () => readonly string[];
  /** How many sockets are open or being opened. */
  readonly open: () => number;
  /** How many sockets were opened or attempted so far. */
  readonly sockets: () => number;
  /** Every frame as it is received: hot, without replay; it never completes. */
  readonly received$: Observable<Frame>;
  /** Sends an event or any other frame on the newest socket. */
  readonly push: Push;
  /** Sends any message on the newest socket, even one that is not a frame. */
  readonly pushText: (text: string | Uint8Array) => void;
  /** Answers the last request with this name: with a reply, or with another `type` such as an error. */
  readonly reply: (name: string, payload: unknown, type?: MessageType) => void;
  /** Opens the socket that is being opened. */
  readonly accept: () => void;
  /** Drops the newest socket, or refuses it if it is being opened. */
  readonly drop: (why?: string) => void;
  /** Changes the {@link Script} from now on; a `RangeError` where the change cannot be meant. */
  readonly script: (change: Script) => void;
}

const readSent = (text: string): Frame => {
  const { m, i, n, o } = JSON.parse(text) as { m: MessageType; i: number; n: string; o: string };
  return { type: m, sequence: i, name: n, payload: readJson(o) };
};

const replyTo = (request: Frame, payload: unknown, type: MessageType): string =>
  writeFrame({ ...request, type, payload });

/** What was received, and what is answered to it by itself. */
const createRecord = (answer: (request: Frame) => unknown) => {
  const received: Frame[] = [];
  const received$ = new Subject<Frame>();
  return {
    received,
    received$,
    hear: (text: string): string | undefined => {
      const request = readSent(text);
      received.push(request);
      received$.next(request);
      const payload = answer(request);
      return payload === undefined ? undefined : replyTo(request, payload, MessageType.Reply);
    },
    /** The last request of this name. */
    last: (name: string): Frame => {
      const request = received.findLast((frame) => frame.name === name);
      if (request === undefined) throw new Error(`${name} was not received`);
      return request;
    },
  };
};

/**
 * Makes a {@link ScriptedExchange}. Everything it does is synchronous, so that a session can be drawn as marbles. Its
 * methods throw if they make no sense, such as a reply to a request that was not received.
 *
 * @throws RangeError if the script has a part that does not exist, or is of another kind.
 *
 * @example
 * const exchange = scriptedExchange({ answer: ({ name }) => (name === 'Ping' ? { msg: 'PONG' } : undefined) });
 * const client = createClient({ transport: exchange.transport });
 * request$(client, Ping, {}).subscribe(console.log); // { msg: 'PONG' }
 * exchange.drop();
 */
export const scriptedExchange = (script: Script = {}): ScriptedExchange => {
  checkOptions('scriptedExchange', script, scriptShapes);
  let current: Script = script;
  const { received, received$, hear, last } = createRecord((request) => current.answer?.(request));
  const lines = createLines(() => current.opens ?? true, hear);
  const { transport, open, sockets, pushText, accept, drop } = lines;
  return {
    ...{ transport, received, received$, open, sockets, pushText, accept },
    names: () => received.map(({ name }) => name),
    push: (event: Partial<Frame> & Pick<Frame, 'name'>, payload: unknown = event.payload) =>
      pushText(writeFrame({ type: MessageType.Event, sequence: 0, ...event, payload })),
    reply: (name, payload, type = MessageType.Reply) => pushText(replyTo(last(name), payload, type)),
    drop: (why = 'dropped') => drop(why),
    script: (change) => {
      checkOptions('script', change, scriptShapes);
      current = { ...current, ...change };
    },
  };
};
