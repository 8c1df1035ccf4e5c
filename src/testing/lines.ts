import { Observable, Subject, type Subscriber } from 'rxjs';
import { TransportError } from '../errors.ts';
import type { Transport, Wire } from '../transport/transport.ts';

interface Line {
  readonly subscriber: Subscriber<Wire>;
  readonly message$: Subject<string | Uint8Array>;
  cause?: TransportError;
}

/** The sockets of a scripted exchange: those that are open or being opened, and how many there ever were. */
export interface Lines {
  readonly transport: Transport;
  readonly open: () => number;
  readonly sockets: () => number;
  /** Sends a message on the newest socket. */
  readonly pushText: (text: string | Uint8Array) => void;
  /** Opens the newest socket. */
  readonly accept: () => void;
  /** Loses the newest socket, or refuses it. */
  readonly drop: (why: string) => void;
}

/** Says what is sent, and sends back what that returns, on the same socket. */
type Hear = (text: string) => string | undefined;

const wireOf = (line: Line, hear: Hear, remove: (line: Line) => void): Wire => {
  const { message$, subscriber } = line;
  const end = (): void => {
    remove(line);
    subscriber.complete();
  };
  return {
    message$,
    send: (text) => {
      const answer = hear(text);
      if (answer !== undefined) message$.next(answer);
    },
    close: end,
    terminate: end,
    cause: () => line.cause,
  };
};

/**
 * Makes {@link Lines}, none at first.
 *
 * @param opens Asked of each socket: whether it opens at once.
 */
export const createLines = (opens: () => boolean, hear: Hear): Lines => {
  let lines: readonly Line[] = [];
  let sockets = 0;

  const newest = (): Line => {
    const line = lines.at(-1);
    if (line === undefined) throw new Error('no socket is open');
    return line;
  };
  const remove = (line: Line): void => {
    lines = lines.filter((other) => other !== line);
    line.message$.complete();
  };
  const open = (line: Line): void => line.subscriber.next(wireOf(line, hear, remove));

  return {
    transport: () =>
      new Observable((subscriber) => {
        const line: Line = { subscriber, message$: new Subject() };
        sockets += 1;
        lines = [...lines, line];
        subscriber.add(() => remove(line));
        if (opens()) open(line);
      }),
    open: () => lines.length,
    sockets: () => sockets,
    pushText: (text) => newest().message$.next(text),
    accept: () => open(newest()),
    drop: (why) => {
      const line = newest();
      line.cause = new TransportError(why);
      remove(line);
      line.subscriber.error(line.cause);
    },
  };
};
