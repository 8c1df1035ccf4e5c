import type { Subscriber } from 'rxjs';
import { shownUrl } from '../transport/shownUrl.ts';
import type { Wire } from '../transport/transport.ts';
import type { Survey } from './survey.ts';

/** A client that waits for a socket to open. */
export interface Opening {
  readonly url: string;
  readonly subscriber: Subscriber<Wire>;
}

/** The clients that wait, in order. */
export interface Openings {
  readonly add: (opening: Opening) => void;
  readonly remove: (opening: Opening) => void;
  /** Whether somebody waits for this socket of the recording. */
  readonly has: (socket: number) => boolean;
  /** The first that waits for this socket, who then waits no more. */
  readonly take: (socket: number) => Opening | undefined;
  readonly isEmpty: () => boolean;
  /** All that wait, who then wait no more. */
  readonly takeAll: () => readonly Opening[];
}

/** Makes the {@link Openings} of a recording. The address counts only where the recording has it, and another as well. */
export const createOpenings = ({ sockets }: Pick<Survey, 'sockets'>): Openings => {
  const urls = new Set([...sockets.values()].flatMap(({ url }) => (url === undefined ? [] : [url])));
  let waiting: readonly Opening[] = [];

  const isFor = (opening: Opening, socket: number): boolean => {
    const url = shownUrl(opening.url);
    const wanted = sockets.get(socket)?.url ?? url;
    return urls.size < 2 || !urls.has(url) || wanted === url;
  };
  const firstFor = (socket: number): Opening | undefined => waiting.find((opening) => isFor(opening, socket));
  const remove = (opening: Opening): void => {
    waiting = waiting.filter((other) => other !== opening);
  };

  return {
    add: (opening) => {
      waiting = [...waiting, opening];
    },
    remove,
    has: (socket) => firstFor(socket) !== undefined,
    take: (socket) => {
      const opening = firstFor(socket);
      if (opening !== undefined) remove(opening);
      return opening;
    },
    isEmpty: () => waiting.length === 0,
    takeAll: () => {
      const all = waiting;
      waiting = [];
      return all;
    },
  };
};
