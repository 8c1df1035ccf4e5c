import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { compare, internal, median, printTable } from './harness.mjs';
import { instrument, level1, level2Row, many, order, trade } from './payloads.mjs';

const { fast } = internal('codec/fast/fast');
const { readExactJson } = internal('json/exactJson');
const { Level1 } = internal('codec/records/Level1');
const { Level2Row } = internal('codec/records/Level2Row');
const { TradeRow } = internal('codec/records/TradeRow');
const { Order } = internal('codec/records/Order');
const { Instrument } = internal('codec/records/Instrument');

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

const largeRows = kinds.map(([name, plain, payload, read]) => {
  const quick = fast(plain);
  const text = JSON.stringify({ m: 3, i: 8, n: 'Event', o: payload });
  const value = read(text);
  if (accepted(quick, value) !== value) throw new Error(`${name} is not decoded as it is`);
  const competitors = {
    parse: () => twice(text),
    plain: () => accepted(plain, read(text)),
    fast: () => accepted(quick, read(text)),
  };
  const whole = compare(competitors, { rounds: 11, milliseconds: 4 });
  const alone = compare(
    { fast: () => accepted(quick, value), plain: () => accepted(plain, value) },
    { rounds: 9, milliseconds: 2 },
  );
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
  largeRows,
);
console.log(
  '\n* 64-bit integers: io-ts and fast() get what the exact reader has read, and `parse` is JSON.parse.',
);

// A client uses a few kinds of payload, and what the engine learns of all others would slow these down.
const kindsAtATime = 8;
const child = join(import.meta.dirname, 'kinds.mjs');
const measure = (from) => {
  const args = ['--expose-gc', child, String(from), String(from + kindsAtATime)];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the kinds from ${from} could not be measured`);
  return JSON.parse(stdout);
};
const found = measure(0);
for (let last = found; last.length === kindsAtATime; found.push(...last)) last = measure(found.length);
const measured = found.filter((kind) => kind !== null);

const goal = 1.15;
// Of a codec of its own kind nothing tells how it was before `fast`.
const rounded = (ratio) => ratio?.toFixed(2) ?? '';
printTable(
  'Every kind of payload there is a sample of, as a ratio to JSON.parse of frame and payload',
  ['payload', 'chars', 'parse', 'reading', 'io-ts', 'fast()', 'client'],
  measured.map(({ label, size, isKept, isShippedFast, ratios: { read, plain, fast, client } }) => [
    `${label}${isKept ? '' : ' *'}${isShippedFast ? '' : ' +'}`,
    size,
    '1.00',
    rounded(read),
    rounded(plain),
    rounded(fast),
    rounded(client),
  ]),
);
const exact = measured.filter(({ isExact }) => isExact);
const converted = measured.filter(({ isKept, isExact }) => !isKept && !isExact);
const others = measured.filter(({ isKept, isExact }) => isKept && !isExact);
const summary = (kinds) => {
  const within = kinds.filter(({ ratios }) => ratios.fast <= goal).length;
  const middle = median(kinds.map(({ ratios }) => ratios.fast));
  const client = median(kinds.map(({ ratios }) => ratios.client));
  return `${within} of ${kinds.length} within ${goal} with fast(); medians ${rounded(middle)}, client ${rounded(client)}`;
};
console.log(
  '\nreading: the payload read by its own reader, which keeps 64-bit integers where the payload has some.' +
    '\nclient: as the endpoint is shipped, with the frame and its refusals looked at, which is all that a client does.' +
    '\n* Something in it is converted, such as a number that came as text.' +
    '\n+ The endpoint is shipped without fast(), for the sake of its size.',
);
console.log(`\nas they are sent:          ${summary(others)}`);
console.log(`with integers of 64 bits:  ${summary(exact)}`);
console.log(`with values converted:     ${summary(converted)}`);
