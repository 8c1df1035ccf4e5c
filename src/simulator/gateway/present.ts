import * as E from 'fp-ts/lib/Either.js';
import { asyncScheduler } from 'rxjs';
import type { Market } from '../market/market.ts';

/** The time it is at the exchange, in epoch milliseconds: every summary of the market carries it. */
export const presentOf = ({ instruments, level1 }: Market): number => {
  const [first] = instruments();
  const summary = first === undefined ? undefined : level1(first.InstrumentId);
  return summary !== undefined && E.isRight(summary) ? Number(summary.right.TimeStamp) : asyncScheduler.now();
};
