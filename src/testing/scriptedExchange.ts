import { type Observable, Subject } from 'rxjs';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import { readJson } from '../json/json.ts';
import type { Transport } from '../transport/transport.ts';
import { createLines } from './lines.ts';
import type { PushedEvent } from './pushedEvent.ts';

/** How a {@link ScriptedExchange} behaves by itself. */
export interface Script {
  /** Whether a socket opens at once, without `accept`. @default true */
  readonly opens?: boolean;
  /**
   * Answers a request at once, inside `send`: the payload of the reply, or `undefined` to leave it unanswered.
   *
   * @default nothing is answered
   */
  readonly answer?: (request: Frame) => unknown;
}

/** Sends something on the newest socket: an event and what it tells, or a frame as you make it. */
export interface Push {
  /** Sends an event; what it tells is checked by the compiler. */
  <P>(event: PushedEvent<P>, payload: NoInfer<P>): void;
  /** Sends a frame: an event, unless its type says otherwise. */
  (frame: Partial<Frame> & Pick<Frame, 'name' | 'payload'>): void;
}

/** An exchange with no mind of its own: the layer below a client, driven by verbs. */
export interface ScriptedExchange {
  /** To be given to `createClient` as its `transport`. */
  readonly transport: Transport;
  /** Every frame received so far, on any socket, its payload read. */
  readonly received: readonly Frame[];
  /** The names of the frames received, in order. */
  readonly names: () => readonly string[];
  /** How many sockets are open, or being opened. */
  readonly open: () => number;
  /** How many sockets were ever asked for. */
  readonly sockets: () => number;
  /** Each of them as it is received: hot, without replay; it never completes. */
  readonly received$: Observable<Frame>;
  /** Sends something on the newest socket. */
  readonly push: Push;
  /** Sends a message on the newest socket as it is, be it a frame or not. */
  readonly pushText: (text: string | Uint8Array) => void;
  /** Answers the last request of this name; with an error frame where the type says so. */
  readonly reply: (name: string, payload: unknown, type?: MessageType) => void;
  /** Opens the socket that waits for it. */
  readonly accept: () => void;
  /** Loses the newest socket, or refuses it where it is being opened. */
  readonly drop: (why?: string) => void;
  /** Changes how it behaves from now on. */
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
 * Makes a {@link ScriptedExchange}. All it does is synchronous, so that a session can be drawn in marbles. Its
 * verbs throw where they make no sense, such as answering what was not asked.
 *
 * @example
 * const exchange = scriptedExchange({ answer: ({ name }) => (name === 'Ping' ? { msg: 'PONG' } : undefined) });
 * const client = createClient({ transport: exchange.transport });
 * request$(client, Ping, {}).subscribe(console.log); // { msg: 'PONG' }
 * exchange.drop();
 */
export const scriptedExchange = (script: Script = {}): ScriptedExchange => {
  let current: Script = { opens: true, ...script };
  const { received, received$, hear, last } = createRecord((request) => current.answer?.(request));
  const lines = createLines(() => current.opens === true, hear);
  const { transport, open, sockets, pushText, accept, drop } = lines;
  return {
    ...{ transport, received, received$, open, sockets, pushText, accept },
    names: () => received.map(({ name }) => name),
    push: (event: Partial<Frame> & Pick<Frame, 'name'>, payload: unknown = event.payload) =>
      pushText(writeFrame({ type: MessageType.Event, sequence: 0, ...event, payload })),
    reply: (name, payload, type = MessageType.Reply) => pushText(replyTo(last(name), payload, type)),
    drop: (why = 'dropped') => drop(why),
    script: (change) => {
      current = { ...current, ...change };
    },
  };
};
