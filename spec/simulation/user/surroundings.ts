import type { Resolve } from '../../../src/index.ts';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Board } from '../board.ts';

/** Where a user is. */
export interface Surroundings {
  readonly seed: number;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly nextMark: () => number;
  /** Whether lists of orders may be old. */
  readonly mayLag: boolean;
  /** Whether events may be lost on a living link. */
  readonly mayLose: boolean;
  /** Whether the exchange may say what it disproves later. */
  readonly mayContradict: boolean;
  /** Whether payloads may be what no codec can read. */
  readonly mayBeMalformed: boolean;
  /** When an order is looked for, where that is not the library's own rule. */
  readonly resolve: Resolve | undefined;
  /** How much longer anything may take because the program is busy, in milliseconds. */
  readonly slack: number;
  /** Whether an account may trade with itself. */
  readonly mayTradeWithItself: boolean;
}
