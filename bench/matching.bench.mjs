import { compare, internal, printTable, seeded } from './harness.mjs';

const { createMarket } = internal('simulator/market/market');

const restingCounts = [100, 1_000, 10_000];
const makers = [1, 2, 3, 4];
const takers = [5, 6];
const ordersPerOperation = 2;

const instrument = {
  InstrumentId: 1,
  Symbol: 'BTCUSDT',
  Product1: 1,
  Product2: 3,
  SessionStatus: 'Running',
  SelfTradePrevention: true,
  QuantityIncrement: '0.0001',
  PriceIncrement: '0.01',
  MinimumQuantity: '0.0001',
};
const accounts = [...makers, ...takers].map((AccountId) => ({
  AccountId,
  AccountName: `account ${AccountId}`,
  UserId: AccountId,
  UserName: `account ${AccountId}`,
  balances: { BTC: '100000000', USDT: '100000000000000' },
}));
const middle = 10_000_000;
const order = (AccountId, Side, cents, Quantity) => ({
  AccountId,
  InstrumentId: 1,
  Side,
  OrderType: 'Limit',
  Quantity,
  LimitPrice: (cents / 100).toFixed(2),
});
const sides = ['Buy', 'Sell'];

/** A market with so many resting orders, each side's `distance(i)` cents from the middle. */
const marketWith = (count, distance) => {
  const market = createMarket({ seed: 1, now: () => 1_790_000_000_000, instruments: [instrument], accounts });
  for (let i = 0; i < count; i++) {
    const side = sides[i % 2];
    const cents = middle + (side === 'Buy' ? -1 : 1) * distance(i);
    const { reply } = market.sendOrder(order(makers[i % makers.length], side, cents, '1000.0000'));
    if (reply.status !== 'Accepted') throw new Error(JSON.stringify(reply));
  }
  return market;
};

/** Two orders and a cancel: one that rests somewhere in the book and is cancelled, one that takes from the top. */
const trading = (count, distance) => {
  const market = marketWith(count, distance);
  const random = seeded(7);
  return (i) => {
    const side = sides[i % 2];
    const away = distance(Math.floor(random() * count));
    const price = middle + (side === 'Buy' ? -1 : 1) * away;
    const { reply } = market.sendOrder(order(makers[i % makers.length], side, price, '1.0000'));
    market.cancelOrder({ OrderId: reply.OrderId });
    const limit = middle + (side === 'Buy' ? 1 : -1) * 1_000;
    const { reply: taken } = market.sendOrder(order(takers[i % 2], side, limit, '0.0001'));
    if (taken.status !== 'Accepted') throw new Error(JSON.stringify(taken));
    return taken;
  };
};

const shapes = {
  'each at a price of its own': (i) => 100 + (i >> 1),
  'ten at each price': (i) => 100 + Math.floor(i / 20),
  'all at one price': () => 100,
};
const rows = Object.entries(shapes).flatMap(([shape, distance]) => {
  const competitors = restingCounts.map((count) => [count, trading(count, distance)]);
  const results = compare(Object.fromEntries(competitors), { rounds: 11, milliseconds: 60 });
  return restingCounts.map((count) => {
    const { ratio, microseconds } = results[count];
    const perSecond = Math.round((ordersPerOperation * 1e6) / microseconds);
    return [`${count} resting, ${shape}`, ratio.toFixed(2), perSecond];
  });
});
printTable(
  'Matching: two orders and a cancel, with all their events, and nobody subscribed',
  ['', 'ratio', 'orders/s'],
  rows,
);
