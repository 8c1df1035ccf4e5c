import { defaultCrowdAccountIds } from '../../../src/simulator/market/catalogue.ts';
import { createCrowd } from '../../../src/simulator/market/crowd.ts';
import { compare, sum } from '../../../src/simulator/market/decimal.ts';
import { createMarket } from '../../../src/simulator/market/market.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { right, start } from './script.ts';

/** A default market, and so many rounds of a crowd, a second apart. */
const play = (rounds: number, seed = 5) => {
  let now = start;
  const market = createMarket({ seed, now: () => now });
  const crowd = createCrowd({ market, seed });
  const told = Array.from({ length: rounds }, () => {
    now += 1000;
    return crowd.step();
  });
  return { market, told };
};

describe('a crowd', () => {
  const { market, told } = play(300);

  it('keeps every market it was given a price for moving, two-sided and near that price', () => {
    const prices = new Map([
      [1, 104_300],
      [2, 3900],
      [3, 945],
    ]);
    for (const [id, price] of prices) {
      const { BestBid, BestOffer, LastTradedPx, CurrentDayNumTrades } = right(market.level1(id));
      const last = Number(LastTradedPx.units) / 10 ** LastTradedPx.scale;
      expect(CurrentDayNumTrades).toBeGreaterThan(50);
      expect(BestBid.units > 0n && BestOffer.units > BestBid.units).toBe(true);
      expect(Math.abs(last / price - 1)).toBeLessThan(0.05);
    }
  });

  it('leaves the others alone', () => {
    expect([4, 5].map((id) => right(market.level1(id)).CurrentDayNumTrades)).toEqual([0, 0]);
    expect([4, 5].map((id) => right(market.level2(id, 10)))).toEqual([[], []]);
  });

  it('trades those alone that it is given, where it is', () => {
    const alone = createMarket({ seed: 5, now: () => start });
    const { step } = createCrowd({ market: alone, seed: 5, instrumentIds: [2] });
    for (let round = 0; round < 50; round += 1) step();

    expect([1, 2, 3].map((id) => right(alone.level2(id, 10)).length > 0)).toEqual([false, true, false]);
  });

  it('leaves at most 24 orders an account in a book, and takes few steps a round', () => {
    const resting = defaultCrowdAccountIds.flatMap((id) =>
      [1, 2, 3].map((instrument) => right(market.openOrders(id, instrument)).length),
    );
    expect(Math.max(...resting)).toBeLessThanOrEqual(24);
    expect(Math.min(...told.map((events) => events.length))).toBeGreaterThan(0);
    expect(Math.max(...told.map((events) => events.length))).toBeLessThan(500);
  });

  it('makes and loses no money', () => {
    const accounts = market.accounts().map(({ AccountId }) => AccountId);
    const fresh = createMarket({ seed: 1, now: () => start });
    const totals = [market, fresh].map((one) =>
      [0, 1, 2, 3].map((product) =>
        sum(accounts.flatMap((id) => right(one.positions(id))[product]?.Amount ?? [])),
      ),
    );
    expect(totals[0]?.map((total, index) => compare(total, totals[1]?.[index] ?? total))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('does the same again for the same seed, and something else for another', () => {
    const [first, again, other] = [play(20), play(20), play(20, 6)].map((played) => wireText(played.told));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
