import { demoUsers } from '../../../src/simulator/index.ts';
import { createRandom, type Random } from '../../../src/simulator/market/random.ts';
import { limitOrder, signed } from './dial.ts';

const [trader] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };

/** Calls that are all right, to be spoilt. */
const calls: readonly (readonly [name: string, payload: object])[] = [
  ['Ping', {}],
  ['AuthenticateUser', signed(trader)],
  ['AuthenticateUser', { UserName: trader.userName, Password: trader.password }],
  ['WebAuthenticateUser', { UserName: trader.userName, Password: trader.password }],
  ['Authenticate2FA', { Code: '246810' }],
  ['LogOut', {}],
  ['GetInstruments', { OMSId: 1 }],
  ['GetProducts', { OMSId: 1, Depth: 2, StartIndex: 0 }],
  ['GetUserAccounts', { OMSId: 1, UserId: 64 }],
  ['GetAccountInfo', own],
  ['GetAccountPositions', { ...own, IncludePending: true }],
  ['GetLevel1', one],
  ['GetL2Snapshot', { ...one, Depth: 10 }],
  ['GetLastTrades', { ...one, Count: 10 }],
  ['GetTickerHistory', { ...one, Interval: 60, FromDate: '2026-01-01', ToDate: '2026-01-02' }],
  ['SendOrder', limitOrder(0, '100.00', '0.0100')],
  ['SendOrder', limitOrder(1, '100.01', '0.0100')],
  ['SendOrder', { ...limitOrder(0, '0', '0.0100'), OrderType: 1, Value: '5' }],
  ['CancelOrder', { ...own, OrderId: 1 }],
  ['CancelAllOrders', own],
  ['GetOpenOrders', own],
  ['GetOrderStatus', { ...own, OrderId: 1 }],
  ['GetOrdersHistory', { ...own, Depth: 3 }],
  ['SubscribeLevel1', { OMSId: 1, Symbol: 'BTCUSDT' }],
  ['SubscribeLevel2', { ...one, Depth: 10 }],
  ['SubscribeTrades', { ...one, IncludeLastCount: 3 }],
  ['SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 3 }],
  ['UnsubscribeLevel1', one],
  ['UnsubscribeLevel2', one],
  ['UnsubscribeTrades', one],
  ['UnsubscribeTicker', one],
  ['SubscribeAccountEvents', own],
  ['UnSubscribeAccountEvents', own],
  ['SubscribeOrderStateEvents', { ...own, InstrumentId: 1 }],
  ['UnSubscribeOrderStateEvents', own],
  ['SubscribeBlockTrades', one],
];

/** JSON texts of values that nobody expects anywhere. */
const oddities: readonly string[] = [
  ...['null', 'true', '""', '[]', '{}', '-1', '0', '-0', '0.1', '1e308', '-1e308', '1e-400', '1e99', '99999'],
  ...['9007199254740993', '18446744073709551616', '79228162514264337593543950335', '"1e5"', '" 7 "', '"NaN"'],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"💥"',
    '"__proto__"',
    '{"__proto__":{"a":1}}',
    '[[[[[[[[]]]]]]]]',
    '"2026-99-99"',
  ],
  `"${'x'.repeat(5_000)}"`,
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  '1'.repeat(400),
];

const pick = <A>(random: Random, items: readonly A[]): A => items[random.below(items.length)] as A;

/** A payload as JSON text, with none to all of its fields replaced, left out, doubled or spelt in another way. */
const spoiltPayload = (random: Random, payload: object): string => {
  const members = Object.entries(payload).flatMap(([key, value]) => {
    const text = JSON.stringify(value);
    switch (random.below(9)) {
      case 0:
        return [`"${key}":${pick(random, oddities)}`];
      case 1:
        return [];
      case 2:
        return [`"${key.toUpperCase()}":${text}`, `"${key}":${pick(random, oddities)}`];
      case 3:
        return [`"${pick(random, ['__proto__', 'constructor', '', 'AccountId', 'Symbol'])}":${text}`];
      default:
        return [`"${key}":${text}`];
    }
  });
  return `{${members.join(',')}}`;
};

/** A text with a piece taken out, doubled, or exchanged for something else. */
const torn = (random: Random, text: string): string => {
  const from = random.below(text.length + 1);
  const to = from + random.below(12);
  const between = [
    '',
    text.slice(from, to).repeat(2),
    pick(random, oddities),
    String.fromCharCode(random.below(0xd800)),
  ];
  return text.slice(0, from) + pick(random, between) + text.slice(to);
};

const spoiltFrame = (random: Random, sequence: number): string => {
  const [name, payload] = pick(random, calls);
  const inner = random.below(4) === 0 ? JSON.stringify(payload) : spoiltPayload(random, payload);
  const type =
    random.below(12) === 0
      ? pick(random, ['1', '3', '5', '6', '-1', '"0"', 'null'])
      : pick(random, ['0', '0', '0', '2', '4']);
  const number = random.below(12) === 0 ? pick(random, oddities) : String(sequence);
  const called = random.below(12) === 0 ? pick(random, oddities) : JSON.stringify(name);
  const o =
    random.below(8) === 0 ? inner : JSON.stringify(random.below(8) === 0 ? torn(random, inner) : inner);
  return `{"m":${type},"i":${number},"n":${called},"o":${o}}`;
};

/** Frames that are nearly right, one after another: the same ones for the same seed. */
export const createMutations = (seed: number): (() => string) => {
  const random = createRandom(seed);
  let sequence = 0;
  return () => {
    sequence += 2;
    const frame = spoiltFrame(random, sequence);
    return random.below(4) === 0 ? torn(random, frame) : frame;
  };
};
