import { type Decimal, rescale } from '../../../src/simulator/market/decimal.ts';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { Level2Row } from '../../../src/simulator/market/level2.ts';
import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';
import type { AccountPosition } from '../../../src/simulator/market/position.ts';
import { createQueues } from './queues.ts';

const scale = 12;
/** A decimal in units that all of a small market can be counted in. */
const unitsOf = (value: Decimal): bigint => rescale(value, scale).units;

const bookOf = (rows: Map<string, Level2Row>): { readonly bid: bigint; readonly ask: bigint } => {
  let [bid, ask] = [-1n, 1n << 100n];
  for (const row of rows.values()) {
    const price = unitsOf(row[6]);
    if (row[9] === 0 && price > bid) bid = price;
    if (row[9] === 1 && price < ask) ask = price;
  }
  return { bid, ask };
};

/** What an open order can still spend, counted from what its account was told of it. */
const heldBy = ({ Side, Price, StopPrice, Quantity }: OrderObject): bigint => {
  const price = Price.units === 0n ? StopPrice : Price;
  const quantity = unitsOf(Quantity);
  return Side === 'Sell' ? quantity : (unitsOf(price) * quantity) / 10n ** BigInt(scale);
};

/**
 * Follows a market by its events alone, and says what is wrong with them: each list of {@link Witness.faults} stays
 * empty as long as its invariant holds.
 */
export const createWitness = (start: readonly AccountPosition[]) => {
  const faults = {
    moneyMadeOrLost: [] as string[],
    crossedBooks: [] as string[],
    queueJumped: [] as string[],
    terminalLeft: [] as string[],
    holdsOff: [] as string[],
  };
  const orders = new Map<number, OrderObject>();
  const queues = createQueues(faults.queueJumped);
  const books = new Map<number, Map<string, Level2Row>>();
  const positions = new Map(start.map((one) => [`${one.AccountId}/${one.ProductId}`, one]));
  const ledger = new Map(start.map((one) => [`${one.AccountId}/${one.ProductId}`, unitsOf(one.Amount)]));
  const totals = new Map<number, bigint>();
  for (const { ProductId, Amount } of start) {
    totals.set(ProductId, (totals.get(ProductId) ?? 0n) + unitsOf(Amount));
  }

  const tellOrder = (order: OrderObject): void => {
    const before = orders.get(order.OrderId);
    if (before !== undefined && before.OrderState !== 'Working') {
      faults.terminalLeft.push(`${order.OrderId} after ${before.OrderState}`);
    }
    queues.tell(order, before);
    orders.set(order.OrderId, order);
  };
  const tellRows = (instrumentId: number, rows: readonly Level2Row[]): void => {
    const book = books.get(instrumentId) ?? new Map<string, Level2Row>();
    books.set(instrumentId, book);
    for (const row of rows) {
      const key = `${row[9]}/${unitsOf(row[6])}`;
      if (row[3] === 2) book.delete(key);
      else book.set(key, row);
    }
    const { bid, ask } = bookOf(book);
    if (bid >= ask) faults.crossedBooks.push(`${instrumentId}: ${bid} ${ask}`);
  };
  const tell = (event: MarketEvent): void => {
    if (event._tag === 'OrderState') tellOrder(event.payload);
    else if (event._tag === 'Level2') tellRows(event.InstrumentId, event.payload);
    else if (event._tag === 'AccountPosition') {
      positions.set(`${event.AccountId}/${event.payload.ProductId}`, event.payload);
    } else if (event._tag === 'Transaction') {
      const { AccountId, ProductId, CR, DR, Balance, ReferenceType } = event.payload;
      const key = `${AccountId}/${ProductId}`;
      const change = unitsOf(CR) - unitsOf(DR);
      const balance = (ledger.get(key) ?? 0n) + change;
      ledger.set(key, balance);
      if (balance !== unitsOf(Balance)) faults.moneyMadeOrLost.push(`${key}: ${balance} is not the balance`);
      if (ReferenceType !== 'Trade') totals.set(ProductId, (totals.get(ProductId) ?? 0n) + change);
    }
  };

  const checkMoney = (): void => {
    const sums = new Map<number, bigint>();
    for (const [key, { ProductId, Amount, AvailableBalance }] of positions) {
      const amount = unitsOf(Amount);
      sums.set(ProductId, (sums.get(ProductId) ?? 0n) + amount);
      if (amount !== ledger.get(key)) faults.moneyMadeOrLost.push(`${key}: transactions do not add up`);
      if (AvailableBalance.units < 0n) faults.moneyMadeOrLost.push(`${key}: below 0`);
    }
    for (const [product, total] of totals) {
      if (sums.get(product) !== total) faults.moneyMadeOrLost.push(`product ${product}`);
    }
  };
  const checkHolds = (): void => {
    const held = new Map<string, bigint>();
    for (const order of orders.values()) {
      if (order.OrderState !== 'Working') continue;
      const key = `${order.Account}/${order.Side === 'Sell' ? order.Instrument : 3}`;
      held.set(key, (held.get(key) ?? 0n) + heldBy(order));
    }
    for (const [key, { Hold }] of positions) {
      if (unitsOf(Hold) !== (held.get(key) ?? 0n)) faults.holdsOff.push(key);
    }
  };

  return {
    faults,
    /** Hears what one action made known, and checks what must hold after it. */
    hear: (events: readonly MarketEvent[]): void => {
      for (const event of events) tell(event);
      checkMoney();
      checkHolds();
    },
    /** The orders that were heard of and are still open. */
    working: (): readonly number[] =>
      [...orders.values()].filter(({ OrderState }) => OrderState === 'Working').map(({ OrderId }) => OrderId),
    isKnown: (orderId: number): boolean => orders.has(orderId),
  };
};
