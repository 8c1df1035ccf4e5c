import process from 'node:process';
import type { Socket } from 'node:net';

/** Sends on one socket, what belongs to one turn of the event loop together. */
export interface OneWrite {
  /** Calls `send` with the text at once. What is written after the first of a turn leaves when that is over. */
  readonly send: (text: string) => void;
  /** Has all that was sent leave now: before the socket is closed or dropped. */
  readonly flush: () => void;
}

/**
 * Frames that are sent in one turn leave in one write: the first at once, so that a lone order is not delayed by what its
 * caller does next, and the others, held back in the TCP socket, on the next tick. The write is a quarter of what a request
 * costs. Where a platform does not show the TCP socket, each frame leaves at once.
 */
export const inOneWrite = (tcp: Socket | null | undefined, send: (text: string) => void): OneWrite => {
  if (tcp === undefined || tcp === null) return { send, flush: () => undefined };
  let isHeld = false;

  const flush = (): void => {
    if (isHeld) tcp.uncork();
    isHeld = false;
  };

  return {
    send: (text) => {
      send(text);
      if (isHeld) return;
      isHeld = true;
      tcp.cork();
      process.nextTick(flush);
    },
    flush,
  };
};
