import type { Resolve } from '../../../src/index.ts';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Board } from '../board.ts';
import type { Claims } from '../run/claims.ts';

/** Where a user is. */
export interface Surroundings extends Pick<
  Claims,
  'mayLag' | 'mayLose' | 'mayContradict' | 'mayBeMalformed'
> {
  readonly seed: number;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly nextMark: () => number;
  /** When an order is looked for, where that is not the library's own rule. */
  readonly resolve: Resolve | undefined;
  /** How much longer anything may take because the program is busy, in milliseconds. */
  readonly slack: number;
  /** Whether an account may trade with itself. */
  readonly mayTradeWithItself: boolean;
}
