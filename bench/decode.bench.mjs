import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { compare, internal, printTable, seeded } from './harness.mjs';

const { fast } = internal('codec/fast');
const { readExactJson } = internal('exactJson');
const { Level1 } = internal('codec/Level1');
const { Level2Row } = internal('codec/Level2Row');
const { TradeRow } = internal('codec/TradeRow');
const { Order } = internal('codec/Order');
const { Instrument } = internal('codec/Instrument');

const random = seeded(20240607);
const int = (low, high) => low + Math.floor(random() * (high - low + 1));
const decimal = (low, high, digits) => Number((low + random() * (high - low)).toFixed(digits));
const pick = (...values) => values[int(0, values.length - 1)];
const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const time = () => 1700000000000 + int(0, 1e9);

const level1 = () => ({
  OMSId: 1,
  InstrumentId: 74,
  BestBid: decimal(90000, 99999, 2),
  BestOffer: decimal(90000, 99999, 2),
  LastTradedPx: decimal(90000, 99999, 2),
  LastTradedQty: decimal(0, 9, 8),
  LastTradeTime: time(),
  SessionOpen: decimal(90000, 99999, 2),
  SessionHigh: decimal(90000, 99999, 2),
  SessionLow: decimal(90000, 99999, 2),
  SessionClose: decimal(90000, 99999, 2),
  Volume: decimal(0, 9, 8),
  CurrentDayVolume: decimal(0, 999, 8),
  CurrentDayNotional: decimal(0, 1e8, 4),
  CurrentDayNumTrades: int(0, 9999),
  CurrentDayPxChange: decimal(-999, 999, 2),
  Rolling24HrVolume: decimal(0, 999, 8),
  Rolling24HrNotional: decimal(0, 1e8, 4),
  Rolling24NumTrades: int(0, 9999),
  Rolling24HrPxChange: decimal(-9, 9, 4),
  TimeStamp: String(time()),
  BidQty: 0,
  AskQty: 0,
  BidOrderCt: 0,
  AskOrderCt: 0,
  Rolling24HrPxChangePercent: decimal(-9, 9, 4),
});

const level2Row = (index) => [
  4100000 + index,
  int(0, 9),
  time(),
  int(0, 2),
  decimal(90000, 99999, 2),
  int(0, 9),
  decimal(90000, 99999, 2),
  74,
  decimal(0, 9, 8),
  int(0, 1),
];

const trade = (index) => [
  9000000 + index,
  74,
  decimal(0, 9, 8),
  decimal(90000, 99999, 2),
  int(1, 1e9),
  int(1, 1e9),
  time(),
  int(0, 2),
  int(0, 1),
  0,
  0,
];

const order = (ticks) => ({
  Side: pick('Buy', 'Sell'),
  OrderId: int(1, 1e12),
  Price: decimal(90000, 99999, 2),
  Quantity: decimal(0, 9, 8),
  DisplayQuantity: decimal(0, 9, 8),
  Instrument: 74,
  Account: 4201,
  AccountName: 'example1',
  OrderType: 'Limit',
  ClientOrderId: int(1, 1e9),
  OrderState: 'Working',
  ReceiveTime: time(),
  ReceiveTimeTicks: ticks,
  LastUpdatedTime: time(),
  LastUpdatedTimeTicks: ticks,
  OrigQuantity: decimal(0, 9, 8),
  QuantityExecuted: decimal(0, 9, 8),
  GrossValueExecuted: decimal(0, 1e6, 4),
  ExecutableValue: 0,
  AvgPrice: decimal(90000, 99999, 2),
  CounterPartyId: 0,
  ChangeReason: pick('NewInputAccepted', 'Trade'),
  OrigOrderId: int(1, 1e12),
  OrigClOrdId: int(1, 1e9),
  EnteredBy: 81,
  UserName: 'example1',
  IsQuote: false,
  InsideAsk: decimal(90000, 99999, 2),
  InsideAskSize: 0,
  InsideBid: decimal(90000, 99999, 2),
  InsideBidSize: 0,
  LastTradePrice: decimal(90000, 99999, 2),
  RejectReason: '',
  IsLockedIn: false,
  CancelReason: '',
  OrderFlag: 'AddedToBook',
  UseMargin: false,
  StopPrice: 0,
  PegPriceType: 'Last',
  PegOffset: 0,
  PegLimitOffset: 0,
  IpAddress: null,
  IPv6a: 0,
  IPv6b: 0,
  ClientOrderIdUuid: null,
  OMSId: 1,
});

const instrument = (index) => ({
  OMSId: 1,
  InstrumentId: index + 1,
  Symbol: `C${index}CLP`,
  Product1: index + 10,
  Product1Symbol: `C${index}`,
  Product2: 1,
  Product2Symbol: 'CLP',
  InstrumentType: 'Standard',
  VenueInstrumentId: index + 1,
  VenueId: 1,
  SortIndex: index,
  SessionStatus: 'Running',
  PreviousSessionStatus: 'Stopped',
  SessionStatusDateTime: '2024-03-11T15:57:32Z',
  SelfTradePrevention: true,
  QuantityIncrement: 0.00000001,
  PriceIncrement: 0.01,
  MinimumQuantity: decimal(0, 1, 8),
  MinimumPrice: decimal(0, 1, 2),
  VenueSymbol: `C${index}CLP`,
  IsDisable: false,
  MasterDataId: 0,
  PriceCollarThreshold: 0,
  PriceCollarPercent: decimal(0, 9, 2),
  PriceCollarEnabled: false,
  PriceFloorLimit: 0,
  PriceFloorLimitEnabled: false,
  PriceCeilingLimit: 0,
  PriceCeilingLimitEnabled: false,
  CreateWithMarketRunning: true,
  AllowOnlyMarketMakerCounterParty: false,
  PriceCollarIndexDifference: 0,
  PriceCollarConvertToOtcEnabled: false,
  PriceCollarConvertToOtcClientUserId: 0,
  PriceCollarConvertToOtcAccountId: 0,
  PriceCollarConvertToOtcThreshold: 0,
  OtcConvertSizeThreshold: 0,
  OtcConvertSizeEnabled: false,
  OtcTradesPublic: true,
  PriceTier: 0,
});

const twice = (text) => JSON.parse(JSON.parse(text).o);
const exactly = (text) => readExactJson(JSON.parse(text).o);

const level2 = (rows, name) => [
  name,
  t.readonlyArray(Level2Row),
  JSON.stringify(many(rows, level2Row)),
  twice,
];
const kinds = [
  ['Level 1', Level1, JSON.stringify(level1()), twice],
  level2(1, 'Level 2, 1 row'),
  level2(10, 'Level 2, 10 rows'),
  level2(100, 'Level 2, 100 rows'),
  level2(1000, 'Level 2, 1000 rows'),
  ['5 trades', t.readonlyArray(TradeRow), JSON.stringify(many(5, trade)), twice],
  ['order, 46 fields', Order, JSON.stringify(order(0)), twice],
  [
    'the same, with ticks *',
    Order,
    JSON.stringify(order('T')).replaceAll('"T"', '638168007882966478'),
    exactly,
  ],
  ['300 instruments', t.readonlyArray(Instrument), JSON.stringify(many(300, instrument)), twice],
];

const accepted = (codec, value) => {
  const decoded = codec.decode(value);
  if (E.isLeft(decoded)) throw new Error(`${codec.name} refuses its payload`);
  return decoded.right;
};

const rows = kinds.map(([name, plain, payload, read]) => {
  const quick = fast(plain);
  const text = JSON.stringify({ m: 3, i: 8, n: 'Event', o: payload });
  const value = read(text);
  if (accepted(quick, value) !== value) throw new Error(`${name} is not decoded as it is`);
  const whole = compare({
    parse: () => twice(text),
    plain: () => accepted(plain, read(text)),
    fast: () => accepted(quick, read(text)),
  });
  const alone = compare({ fast: () => accepted(quick, value), plain: () => accepted(plain, value) });
  return [
    name,
    text.length,
    whole.parse.microseconds.toFixed(2),
    '1.00',
    whole.plain.ratio.toFixed(2),
    whole.fast.ratio.toFixed(2),
    `${alone.plain.ratio.toFixed(1)}x`,
    Math.round(alone.fast.microseconds * 1000),
  ];
});

printTable(
  'From the text of a frame to its validated payload, as a ratio to parsing alone (JSON.parse of frame and payload)',
  ['payload', 'chars', 'parse us', 'parse', 'io-ts', 'fast()', 'io-ts/fast, no parsing', 'fast ns'],
  rows,
);
console.log(
  '\n* 64-bit integers: io-ts and fast() get what the exact reader has read, and `parse` is JSON.parse.',
);
