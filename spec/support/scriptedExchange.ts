import { Observable, Subject, type Subscriber } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { type Frame, MessageType, writeFrame } from '../../src/frame.ts';
import type { Transport, Wire } from '../../src/transport/transport.ts';

/** A frame as it was received, with its payload read. */
export interface Received {
  readonly type: MessageType;
  readonly sequence: number;
  readonly name: string;
  readonly payload: unknown;
}

export interface Script {
  /** Whether a socket opens by itself, at once. @default true */
  readonly opens?: boolean;
  /** Answers a request at once, inside `send`; `undefined` leaves it unanswered. */
  readonly answer?: (request: Received) => unknown;
}

interface Line {
  readonly subscriber: Subscriber<Wire>;
  readonly message$: Subject<string | Uint8Array>;
}

const read = (text: string): Received => {
  const { m, i, n, o } = JSON.parse(text) as { m: MessageType; i: number; n: string; o: string };
  return { type: m, sequence: i, name: n, payload: JSON.parse(o) as unknown };
};

/**
 * An exchange with no mind of its own, driven by verbs: the layer below everything that talks to one. All it does
 * is synchronous, so it fits into marbles.
 */
export const scriptedExchange = ({ opens = true, answer }: Script = {}) => {
  const received: Received[] = [];
  let lines: readonly Line[] = [];
  let sockets = 0;
  let hooks = { opens, answer };

  const last = (): Line => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('no socket is open');
    return line;
  };
  const remove = (line: Line): void => {
    lines = lines.filter((other) => other !== line);
  };
  const pushText = (text: string | Uint8Array): void => last().message$.next(text);
  const push = (frame: Partial<Frame> & Pick<Frame, 'name' | 'payload'>): void =>
    pushText(writeFrame({ type: MessageType.Event, sequence: 0, ...frame }));

  /** Answers the last request of this name that was received. */
  const reply = (name: string, payload: unknown, type: MessageType = MessageType.Reply): void => {
    const request = received.findLast((frame) => frame.name === name);
    if (request === undefined) throw new Error(`${name} was not received`);
    push({ type, sequence: request.sequence, name, payload });
  };

  const wireOf = (line: Line): Wire => ({
    message$: line.message$,
    send: (text) => {
      const request = read(text);
      received.push(request);
      const payload = hooks.answer?.(request);
      if (payload === undefined) return;
      line.message$.next(
        writeFrame({ type: MessageType.Reply, sequence: request.sequence, name: request.name, payload }),
      );
    },
    close: () => line.subscriber.complete(),
    terminate: () => {
      remove(line);
      line.message$.complete();
    },
  });

  const transport: Transport = () =>
    new Observable((subscriber) => {
      const line: Line = { subscriber, message$: new Subject() };
      sockets += 1;
      lines = [...lines, line];
      subscriber.add(() => {
        remove(line);
        line.message$.complete();
      });
      if (hooks.opens) subscriber.next(wireOf(line));
    });

  return {
    transport,
    received,
    /** The names received, in order. */
    names: (): readonly string[] => received.map(({ name }) => name),
    /** How many sockets are open, or being opened. */
    open: (): number => lines.length,
    /** How many sockets were ever asked for. */
    sockets: (): number => sockets,
    push,
    pushText,
    reply,
    /** Opens the socket that waits for it. */
    accept: (): void => last().subscriber.next(wireOf(last())),
    /** Loses the open socket, or refuses the one being opened. */
    drop: (why = 'dropped'): void => {
      const { message$, subscriber } = last();
      message$.complete();
      subscriber.error(new TransportError(why));
    },
    /** Changes how it behaves from now on. */
    script: (change: Script): void => {
      hooks = { ...hooks, ...change };
    },
  };
};

export type ScriptedExchange = ReturnType<typeof scriptedExchange>;
