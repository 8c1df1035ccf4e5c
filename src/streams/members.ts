import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { begin, type OnTrouble, type Shared } from './begin.ts';
import { leave } from './leaving.ts';
import { enter, type Line, type Phase } from './line.ts';
import { createRemedies } from './remedies.ts';

/** A stream that is still sent though nobody reads it: only the whole group is ended. */
export interface Orphan {
  readonly unsubscribe: Call<unknown>;
  readonly sent: Extract<Phase, { readonly _tag: 'Sent' }>;
}

/** The streams that one unsubscribe ends together, and what is done with all of them. */
export interface Members {
  /** Those that somebody reads, by key. */
  readonly lines: Map<string, Line>;
  /** Those that nobody reads any more, by key. */
  readonly orphans: Map<string, Orphan>;
  /** Ends the group, when nobody reads any of it. */
  readonly end: () => void;
  /** Ends all of it at the exchange and begins those afresh that were sent. */
  readonly restart: (socket: Socket) => void;
  /** Does something about what a line runs into. */
  readonly onTrouble: OnTrouble;
}

const unsubscribesOf = (ended: Iterable<{ readonly unsubscribe: Call<unknown> }>): readonly Call<unknown>[] =>
  Array.from(ended, ({ unsubscribe }) => unsubscribe);

const isSent = ({ phase }: Line): boolean => phase._tag === 'Sent';

/**
 * Makes the {@link Members} of a group, none at first.
 *
 * @param discard Called when the group ends: nobody may join it any more.
 */
export const createMembers = (shared: Shared, key: string, discard: () => void): Members => {
  const { inner } = shared;
  const lines = new Map<string, Line>();
  const orphans = new Map<string, Orphan>();

  const end = (more: readonly Call<unknown>[] = []): void => {
    // First of all, so that whoever joins because of what follows begins another group.
    discard();
    const socket = inner.currentSocket();
    if (socket !== undefined) leave(inner, socket, key, [...more, ...unsubscribesOf(orphans.values())]);
    orphans.clear();
  };

  const restart = (socket: Socket, more: readonly Call<unknown>[] = []): void => {
    const sent = [...lines.values()].filter(isSent);
    const ended = [...sent.map(({ stream }) => stream), ...orphans.values()];
    orphans.clear();
    for (const line of sent) enter(line, { _tag: 'Off' });
    leave(inner, socket, key, [...more, ...unsubscribesOf(ended)]);
    for (const line of [...lines.values()])
      if (line.phase._tag === 'Off') begin(shared, line, socket, onTrouble);
  };

  const remove = (line: Line, socket: Socket, isStillSent: boolean): void => {
    lines.delete(line.key);
    enter(line, { _tag: 'Off' });
    const unsubscribes = isStillSent ? [line.stream.unsubscribe] : [];
    if (lines.size === 0) end(unsubscribes);
    else if (isStillSent) restart(socket, unsubscribes);
  };

  const onTrouble = createRemedies(shared, { restart, remove });
  return { lines, orphans, end, restart, onTrouble };
};
