import { createCrowd } from '../market/crowd.ts';
import type { MarketEvent } from '../market/event.ts';
import type { Market } from '../market/market.ts';
import type { ExchangeOptions } from './options.ts';

/** Rounds the crowd has behind it when the exchange is created, so that there is a book to begin with. */
const roundsBefore = 20;

/** Has a crowd fill the books, and returns what takes each further round of it. */
export const startCrowd = (
  market: Market,
  seed: number,
  { prices, crowdInstruments }: ExchangeOptions,
): (() => readonly MarketEvent[]) => {
  const { step } = createCrowd({
    ...{ market, seed },
    ...(prices === undefined ? {} : { prices }),
    ...(crowdInstruments === undefined ? {} : { instrumentIds: crowdInstruments }),
  });
  for (let round = 0; round < roundsBefore; round += 1) step();
  return step;
};
