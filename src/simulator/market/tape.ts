import type { Stamp } from './clock.ts';
import { type Decimal, decimalOf } from './decimal.ts';
import type { Instrument } from './instrument.ts';
import { createKeptList } from './keptList.ts';
import type { Order } from './order.ts';
import type { Direction } from './orderTrade.ts';
import type { PublicTradeRow } from './publicTrade.ts';
import { sideNumber } from './side.ts';

/** A trade as it happened. */
export interface Trade {
  readonly id: number;
  readonly price: Decimal;
  readonly quantity: Decimal;
  readonly maker: Order;
  readonly taker: Order;
  readonly at: Stamp;
}

/** The last trade; all 0 before the first one. */
export interface LastTrade {
  readonly price: Decimal;
  readonly quantity: Decimal;
  /** Epoch milliseconds. */
  readonly ms: number;
}

/** The public trades of one instrument. */
export interface Tape {
  /** Writes a trade down, and says which way its price went. */
  readonly record: (trade: Trade) => Direction;
  /** Writes a trade down that was made off the book: its price is not the market's, and is never the last. */
  readonly recordBlock: (trade: Trade) => void;
  readonly last: () => LastTrade;
  /** The last `count` rows, oldest first; only the last ones are kept. */
  readonly rows: (count: number) => readonly PublicTradeRow[];
  /** The rows since the last call, oldest first. */
  readonly takeNew: () => readonly PublicTradeRow[];
}

const directionNumber = { NoChange: 0, UpTick: 1, DownTick: 2 } as const;

const directionFrom = (before: Decimal, price: Decimal): Direction => {
  if (before.units === 0n || before.units === price.units) return 'NoChange';
  return price.units > before.units ? 'UpTick' : 'DownTick';
};

const clientOrderIdOf = ({ maker, taker }: Trade): number | bigint =>
  taker.clientOrderId === 0 ? maker.clientOrderId : taker.clientOrderId;

const rowFrom = (trade: Trade, direction: Direction, block: 0 | 1): PublicTradeRow => [
  trade.id,
  trade.maker.instrument.InstrumentId,
  trade.quantity,
  trade.price,
  trade.maker.id,
  trade.taker.id,
  trade.at.ms,
  directionNumber[direction],
  sideNumber[trade.taker.side],
  block,
  clientOrderIdOf(trade),
];

/** A tape without a trade, with zeros of the instrument's scales, of which the last `kept` rows are kept. */
export const createTape = ({ PriceIncrement, QuantityIncrement }: Instrument, kept: number): Tape => {
  let last: LastTrade = {
    price: decimalOf(0n, PriceIncrement.scale),
    quantity: decimalOf(0n, QuantityIncrement.scale),
    ms: 0,
  };
  const rows = createKeptList<PublicTradeRow>(kept);
  let fresh: PublicTradeRow[] = [];

  const write = (row: PublicTradeRow): void => {
    rows.push(row);
    fresh.push(row);
  };

  return {
    record: (trade) => {
      const direction = directionFrom(last.price, trade.price);
      last = { price: trade.price, quantity: trade.quantity, ms: trade.at.ms };
      write(rowFrom(trade, direction, 0));
      return direction;
    },
    recordBlock: (trade) => write(rowFrom(trade, 'NoChange', 1)),
    last: () => last,
    rows: (count) => (count > 0 ? rows.items().slice(-count) : []),
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
};
