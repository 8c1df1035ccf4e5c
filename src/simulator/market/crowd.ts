import { defaultCrowdAccountIds, defaultPrices } from './catalogue.ts';
import { type Decimal, decimal, decimalOf, divide, formatDecimal, multiply } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Instrument } from './instrument.ts';
import type { Market } from './market.ts';
import type { OrderRequest } from './orderRequest.ts';
import { type Random, createRandom } from './random.ts';
import type { Side } from './side.ts';

/** Who keeps the market moving. */
export interface CrowdOptions {
  readonly market: Market;
  /** Same seed, same market, same times: same orders. */
  readonly seed: number;
  /** The accounts it trades with. @default defaultCrowdAccountIds */
  readonly accountIds?: readonly number[];
  /** Where prices start: instrument id to decimal text. An instrument left out is left alone. @default defaultPrices */
  readonly prices?: Readonly<Record<number, string>>;
  /** The instruments it trades. @default all that have a price */
  readonly instrumentIds?: readonly number[];
}

/** Makers and takers at work. */
export interface Crowd {
  /** One round: a handful of orders and cancels per running instrument, and the events of all of them in order. */
  readonly step: () => readonly MarketEvent[];
}

/** Where one instrument's price is going; prices are counted in its price increments. */
interface Drift {
  readonly instrument: Instrument;
  readonly start: number;
  readonly middle: number;
}

type Act = (random: Random, drift: Drift, accountId: number) => OrderRequest;

/** The most orders that one account leaves in one book. */
const mostResting = 24;
const sizes = 400;

const priceOf = ({ instrument }: Drift, steps: number): string => {
  const { units, scale } = instrument.PriceIncrement;
  return formatDecimal(decimalOf(BigInt(Math.max(1, Math.round(steps))) * units, scale));
};

const quantityOf = (random: Random, { instrument }: Drift): Decimal =>
  multiply(instrument.MinimumQuantity, decimalOf(BigInt(1 + random.below(sizes)), 0));

const sideOf = (random: Random): Side => (random.below(2) === 0 ? 'Buy' : 'Sell');

/** A ten-thousandth of the price, and at least one increment. */
const gapOf = ({ middle }: Drift): number => Math.max(1, Math.round(middle / 10_000));

const quote =
  (side: Side): Act =>
  (random, drift, AccountId) => {
    const distance = (1 + random.below(20)) * gapOf(drift);
    return {
      AccountId,
      InstrumentId: drift.instrument.InstrumentId,
      Side: side,
      OrderType: 'Limit',
      Quantity: formatDecimal(quantityOf(random, drift)),
      LimitPrice: priceOf(drift, drift.middle + (side === 'Buy' ? -distance : distance)),
    };
  };

const take: Act = (random, drift, AccountId) => ({
  AccountId,
  InstrumentId: drift.instrument.InstrumentId,
  Side: sideOf(random),
  OrderType: 'Market',
  TimeInForce: 'IOC',
  Quantity: formatDecimal(quantityOf(random, drift)),
});

const spend: Act = (random, drift, AccountId) => ({
  AccountId,
  InstrumentId: drift.instrument.InstrumentId,
  Side: 'Buy',
  OrderType: 'Market',
  Value: formatDecimal(multiply(quantityOf(random, drift), decimal(priceOf(drift, drift.middle)))),
});

/** One step of a walk that is pulled back to where it began. */
const drifted = (random: Random, drift: Drift): Drift => {
  const pull = (drift.start - drift.middle) / drift.start / 100;
  return { ...drift, middle: drift.middle * (1 + pull + (random.next() - 0.5) / 1000) };
};

const startOf = (instrument: Instrument, price: string): Drift => {
  const steps = Number(divide(decimal(price), instrument.PriceIncrement, 0).units);
  return { instrument, start: steps, middle: steps };
};

/** Cancels the oldest orders that are one too many. */
const tidy = (market: Market, accountId: number, instrumentId: number): readonly MarketEvent[] => {
  const open = market.openOrderIds(accountId, instrumentId);
  const tooMany = open.slice(0, Math.max(0, open.length - mostResting));
  return tooMany.flatMap((OrderId) => market.cancelOrder({ OrderId }).events);
};

/**
 * A crowd that quotes around a drifting price and trades with itself and with whoever comes. An account has at
 * most 24 orders in a book after each round.
 */
export const createCrowd = (options: CrowdOptions): Crowd => {
  const { market, seed, accountIds = defaultCrowdAccountIds, prices = defaultPrices } = options;
  const random = createRandom(seed);
  let drifts = market.instruments().flatMap((instrument) => {
    const price = prices[instrument.InstrumentId];
    const isMeant = options.instrumentIds?.includes(instrument.InstrumentId) ?? true;
    return price === undefined || !isMeant || instrument.SessionStatus !== 'Running'
      ? []
      : [startOf(instrument, price)];
  });

  const act = (drift: Drift, doIt: Act): readonly MarketEvent[] => {
    const accountId = accountIds[random.below(accountIds.length)];
    if (accountId === undefined) return [];
    const { events } = market.sendOrder(doIt(random, drift, accountId));
    return [...events, ...tidy(market, accountId, drift.instrument.InstrumentId)];
  };
  const round = (drift: Drift): readonly MarketEvent[] => {
    const takers = [take, spend].filter(() => random.below(3) === 0);
    return [quote('Buy'), quote('Sell'), ...takers].flatMap((doIt) => act(drift, doIt));
  };

  return {
    step: () => {
      drifts = drifts.map((drift) => drifted(random, drift));
      return drifts.flatMap(round);
    },
  };
};
