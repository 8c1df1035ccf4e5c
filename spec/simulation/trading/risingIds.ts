import { createIds } from '../../../src/index.ts';
import type { TradingSetup } from './tradingSetup.ts';

/** Ids that must rise, whatever becomes of the clock. */
export const risingIds = ({ board, name, idTag, random }: TradingSetup): (() => number) => {
  const next = createIds({ idTag, random: random.next });
  let last = 0;
  return () => {
    const id = next();
    if (id <= last) board.breach('ids rise', `${name}: ${id} after ${last}`);
    last = id;
    return id;
  };
};
