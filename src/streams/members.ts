import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { begin, type OnTrouble, type Shared } from './begin.ts';
import { leave } from './leaving.ts';
import { enter, type Line, type Sent } from './line.ts';
import { createRemedies } from './remedies.ts';

/** The streams that one unsubscribe ends together, and what is done with all of them. */
export interface Members {
  /** Those that somebody reads, by key. */
  readonly lines: Map<string, Line>;
  /** Those that are still sent though nobody reads them, by key: only the whole group is ended. */
  readonly orphans: Map<string, Sent>;
  /** Ends the group, when nobody reads any of it. */
  readonly end: () => void;
  /** Ends all of it at the exchange and begins those afresh that were sent. */
  readonly restart: (socket: Socket) => void;
  /** Does something about what a line runs into. */
  readonly onTrouble: OnTrouble;
}

const unsubscribesOf = (ended: Iterable<Sent>): readonly Call<unknown>[] =>
  Array.from(ended, ({ unsubscribe }) => unsubscribe);

/**
 * Makes the {@link Members} of a group, none at first.
 *
 * @param discard Called when the group ends: nobody may join it any more.
 */
export const createMembers = (shared: Shared, key: string, discard: () => void): Members => {
  const { inner } = shared;
  const lines = new Map<string, Line>();
  const orphans = new Map<string, Sent>();

  const end = (more: readonly Call<unknown>[] = []): void => {
    // First of all, so that whoever joins because of what follows begins another group.
    discard();
    const socket = inner.currentSocket();
    if (socket !== undefined) leave(inner, socket, key, [...more, ...unsubscribesOf(orphans.values())]);
    orphans.clear();
  };

  const restart = (socket: Socket, more: readonly Call<unknown>[] = []): void => {
    const orphaned = [...orphans.values()];
    orphans.clear();
    const ended = [...lines.values()].flatMap((line) => {
      const { phase } = line;
      if (phase._tag !== 'Sent') return [];
      enter(line, { _tag: 'Off' });
      return [phase];
    });
    leave(inner, socket, key, [...more, ...unsubscribesOf([...ended, ...orphaned])]);
    for (const line of [...lines.values()])
      if (line.phase._tag === 'Off') begin(shared, line, socket, onTrouble);
  };

  const remove = (line: Line, socket: Socket, isStillSent: boolean): void => {
    const { phase } = line;
    lines.delete(line.key);
    enter(line, { _tag: 'Off' });
    const unsubscribes = isStillSent && phase._tag === 'Sent' ? [phase.unsubscribe] : [];
    if (lines.size === 0) end(unsubscribes);
    else if (isStillSent) restart(socket, unsubscribes);
  };

  const onTrouble = createRemedies(shared, { restart, remove });
  return { lines, orphans, end, restart, onTrouble };
};
