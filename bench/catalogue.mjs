import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as t from 'io-ts';
import { internal } from './harness.mjs';

const samples = join(import.meta.dirname, '../spec/fixtures/samples');

const { fast } = internal('codec/fast/fast');
const index = internal('index');
const { readExactJson } = internal('json/exactJson');
const { readJson } = internal('json/json');
const { withNumberRows } = internal('json/numberRows');
const endpoints = [index, internal('alphapoint/index')].flatMap((entry) =>
  Object.values(entry).filter((value) => value?.isCommand !== undefined && value.reply !== undefined),
);

/** How what streams send is read where it is not exactly, as the topics of these events say. */
const readers = {
  Level1UpdateEvent: readJson,
  Level2UpdateEvent: withNumberRows(readJson),
  TradeDataUpdateEvent: withNumberRows(readExactJson),
  TickerDataUpdateEvent: withNumberRows(readJson),
};

/** The codecs of what streams send, by event. */
const events = Object.entries({
  Level1UpdateEvent: 'Level1',
  Level2UpdateEvent: 'Level2Rows',
  TradeDataUpdateEvent: 'TradeRows',
  TickerDataUpdateEvent: 'TickerRows',
  AccountPositionEvent: 'AccountPosition',
  OrderStateEvent: 'Order',
  OrderTradeEvent: 'OrderTrade',
  NewOrderRejectEvent: 'NewOrderRejectEvent',
  CancelOrderRejectEvent: 'CancelOrderRejectEvent',
  CancelReplaceOrderRejectEvent: 'CancelReplaceOrderRejectEvent',
  CancelAllOrdersRejectEvent: 'CancelAllOrdersRejectEvent',
  MarketStateUpdate: 'MarketStateUpdate',
  PendingDepositUpdate: 'PendingDepositUpdate',
  TransactionEvent: 'Transaction',
  WithdrawTicketUpdateEvent: 'WithdrawTicket',
  DepositTicketUpdateEvent: 'DepositTicket',
  AccountInfoUpdateEvent: 'AccountInfo',
  DepositEvent: 'DepositEvent',
}).map(([name, codec]) => ({ name, reply: fast(index[codec]), read: readers[name] ?? readExactJson }));
const decoders = new Map([...endpoints, ...events].map((decoder) => [decoder.name.toLowerCase(), decoder]));

const textOf = ({ payloadText, o, frame, payload }) =>
  payloadText ?? o ?? frame?.o ?? JSON.stringify(payload);

const sampled = ['functions', 'streams'].flatMap((folder) =>
  readdirSync(join(samples, folder)).flatMap((file) => {
    const sample = JSON.parse(readFileSync(join(samples, folder, file), 'utf8'));
    const decoder = decoders.get(sample.function.toLowerCase());
    const isRead = ['reply', 'event'].includes(sample.kind) && decoder !== undefined;
    return isRead ? [{ ...decoder, text: textOf(sample) }] : [];
  }),
);

/** What a payload is like: the keys of its records. Payloads that are alike cost alike. */
const likeness = (u) => {
  if (Array.isArray(u)) return `[${u.length === 0 ? '' : likeness(u[0])}]`;
  if (typeof u !== 'object' || u === null) return typeof u;
  return `{${Object.keys(u).sort().join()}}`;
};

/** The codec as it was before `fast` looked at it, as far as its own structure tells. */
const plain = (codec) => {
  switch (codec._tag) {
    case 'ReadonlyArrayType':
      return t.readonlyArray(plain(codec.type), codec.name);
    case 'IntersectionType':
      return t.intersection(codec.types.map(plain), codec.name);
    case 'UnionType':
      return t.union(codec.types.map(plain), codec.name);
    case 'InterfaceType':
      return t.type(codec.props, codec.name);
    case 'PartialType':
      return t.partial(codec.props, codec.name);
    case 'DictionaryType':
      return t.record(codec.domain, plain(codec.codomain), codec.name);
    default:
      return codec;
  }
};

const isJson = ({ text }) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const kinds = new Map();
// The longest of those that are alike comes first, and stands for them.
for (const { text, ...sample } of sampled.filter(isJson).sort((a, b) => b.text.length - a.text.length)) {
  const key = likeness(JSON.parse(text));
  const kind = kinds.get(key) ?? { ...sample, plain: plain(sample.reply), texts: [], names: new Set() };
  kinds.set(key, { ...kind, texts: [...kind.texts, text], names: kind.names.add(sample.name) });
}

/** Every kind of payload that there is a sample of: what it is read with, its texts, and which functions send it. */
export const payloadKinds = [...kinds.values()].sort((a, b) => a.name.localeCompare(b.name));
