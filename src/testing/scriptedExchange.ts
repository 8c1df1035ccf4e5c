import { Observable, Subject, type Subscriber } from 'rxjs';
import { TransportError } from '../errors.ts';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import { readJson } from '../json/json.ts';
import type { Transport, Wire } from '../transport/transport.ts';

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
  /** Sends a frame on the newest socket; an event unless its type says otherwise. */
  readonly push: (frame: Partial<Frame> & Pick<Frame, 'name' | 'payload'>) => void;
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

interface Line {
  readonly subscriber: Subscriber<Wire>;
  readonly message$: Subject<string | Uint8Array>;
  cause?: TransportError;
}

const readSent = (text: string): Frame => {
  const { m, i, n, o } = JSON.parse(text) as { m: MessageType; i: number; n: string; o: string };
  return { type: m, sequence: i, name: n, payload: readJson(o) };
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
  const received: Frame[] = [];
  let lines: readonly Line[] = [];
  let sockets = 0;
  let current: Script = { opens: true, ...script };

  const newest = (): Line => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('no socket is open');
    return line;
  };
  const remove = (line: Line): void => {
    lines = lines.filter((other) => other !== line);
    line.message$.complete();
  };
  const pushText = (text: string | Uint8Array): void => newest().message$.next(text);
  const push: ScriptedExchange['push'] = (frame) =>
    pushText(writeFrame({ type: MessageType.Event, sequence: 0, ...frame }));

  const wireOf = (line: Line): Wire => ({
    message$: line.message$,
    send: (text) => {
      const request = readSent(text);
      received.push(request);
      const payload = current.answer?.(request);
      if (payload === undefined) return;
      line.message$.next(writeFrame({ ...request, type: MessageType.Reply, payload }));
    },
    close: () => {
      remove(line);
      line.subscriber.complete();
    },
    terminate: () => {
      remove(line);
      line.subscriber.complete();
    },
    cause: () => line.cause,
  });

  const transport: Transport = () =>
    new Observable((subscriber) => {
      const line: Line = { subscriber, message$: new Subject() };
      sockets += 1;
      lines = [...lines, line];
      subscriber.add(() => remove(line));
      if (current.opens === true) subscriber.next(wireOf(line));
    });

  return {
    transport,
    received,
    names: () => received.map(({ name }) => name),
    open: () => lines.length,
    sockets: () => sockets,
    push,
    pushText,
    reply: (name, payload, type = MessageType.Reply) => {
      const request = received.findLast((frame) => frame.name === name);
      if (request === undefined) throw new Error(`${name} was not received`);
      push({ ...request, type, payload });
    },
    accept: () => {
      const line = newest();
      line.subscriber.next(wireOf(line));
    },
    drop: (why = 'dropped') => {
      const line = newest();
      line.cause = new TransportError(why);
      remove(line);
      line.subscriber.error(line.cause);
    },
    script: (change) => {
      current = { ...current, ...change };
    },
  };
};
