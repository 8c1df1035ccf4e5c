import type { Random } from '../../../src/simulator/market/random.ts';
import { accountFollowables, type Followable, marketFollowables } from '../scenario.ts';
import { isIn, pick } from './chance.ts';

/** What a program is mostly about, of which each seed draws its own. */
export interface Bent {
  /** How many of its steps in ten are about orders. */
  readonly trading: number;
  /** How many of those who join, in ten, follow an account. */
  readonly accounts: number;
  /** How many handlers in ten do something. */
  readonly reactions: number;
}

/** Draws what the programs of one run are about. */
export const drawBent = (random: Random): Bent => ({
  trading: pick(random, [0, 4, 6, 8]),
  accounts: pick(random, [1, 4, 8]),
  reactions: pick(random, [1, 4, 6]),
});

/** What somebody of a program so bent follows. */
export const drawFollowable = (random: Random, { accounts }: Bent): Followable =>
  isIn(random, accounts, 10) ? pick(random, accountFollowables) : pick(random, marketFollowables);
