import type { Client, Resolve } from '../../../src/index.ts';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Random } from '../../../src/simulator/market/random.ts';
import type { Board } from '../board.ts';

/** Who trades, and what watches over it. */
export interface TradingSetup {
  readonly name: string;
  readonly client: Client;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly account: number;
  /** Which of the programs it is: ids of two never meet. */
  readonly idTag: number;
  readonly random: Random;
  /** Whether lists may be older than what they leave out. */
  readonly mayLag: boolean;
  /** When an order whose outcome is not known is looked for, where that is not the library's own rule. */
  readonly resolve: Resolve | undefined;
  readonly isClosing: () => boolean;
}
