import { of } from 'rxjs';
import type { Inner } from '../connection/inner.ts';
import { createHistories, type Histories } from './histories.ts';
import type { Group, Line } from './line.ts';
import type { Trouble } from './trouble.ts';
import { createTurns, type Turns } from './turns.ts';

/** What the streams of one connection share. */
export interface Shared {
  readonly inner: Inner;
  readonly turns: Turns;
  readonly histories: Histories;
  /** The groups that somebody reads, by key. */
  readonly groups: Map<string, Group>;
  /** Called when a group has ended. */
  readonly ended: () => void;
  /** Told what a line runs into, and does something about it. */
  readonly onTrouble: (line: Line, trouble: Trouble) => void;
}

/** With none at a time no stream would ever begin. */
const atLeastOne = (count: unknown): number => (typeof count === 'number' && count >= 1 ? count : 1);

/**
 * Makes what the streams of a connection share: none of them is there yet.
 *
 * @param takeCare Does something about what a line runs into.
 * @param ended Called when a group has ended.
 */
export const createShared = (
  inner: Inner,
  takeCare: (shared: Shared, line: Line, trouble: Trouble) => void,
  ended: () => void,
): Shared => {
  const shared: Shared = {
    inner,
    turns: createTurns(
      atLeastOne(inner.restore.inFlight),
      () => inner.pacer?.room$('begin') ?? of(undefined),
    ),
    histories: createHistories(),
    groups: new Map(),
    ended,
    onTrouble: (line, trouble) => takeCare(shared, line, trouble),
  };
  return shared;
};
