import type { Random } from '../../src/simulator/market/random.ts';

/** What may be sent in place of a frame. */
export type Message = string | Uint8Array;

/** What a mutation works with: chance, and every text that may be mixed in. */
export interface Brewing {
  readonly random: Random;
  /** Another frame of the same traffic. */
  readonly other: () => string;
  /** A number that a request may have. */
  readonly sequence: () => number;
}

type Mutation = (text: string, brewing: Brewing) => Message;

const pick = <A>(random: Random, items: readonly A[]): A => items[random.below(items.length)] as A;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One to eight bits of the bytes are wrong, which may make them no UTF-8. */
const flipped = (text: string, { random }: Brewing): Uint8Array => {
  const bytes = encoder.encode(text);
  for (let left = 1 + random.below(8); left > 0 && bytes.length > 0; left -= 1) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
};

const cut = (text: string, { random }: Brewing): string => {
  const at = random.below(text.length + 1);
  return random.below(2) === 0 ? text.slice(0, at) : text.slice(at);
};

const bytes = (_: string, { random }: Brewing): Uint8Array =>
  Uint8Array.from({ length: random.below(400) }, () => random.below(256));

/** Where in a text a value begins: behind a colon, a bracket or a comma, escaped or not. */
const valueEnds = /(?<=[:[,])(?:-?\d+(?:\.\d+)?|\\?"[^"\\]*\\?"|null|true|false)/g;

const withValue = (text: string, { random }: Brewing, value: string): string => {
  const found = [...text.matchAll(valueEnds)];
  const chosen = found[random.below(Math.max(1, found.length))];
  if (chosen === undefined) return value;
  const isInside = text.lastIndexOf('\\"', chosen.index) > text.lastIndexOf('"o":', chosen.index);
  const written = isInside ? JSON.stringify(value).slice(1, -1) : value;
  return text.slice(0, chosen.index) + written + text.slice(chosen.index + chosen[0].length);
};

const bomb = (random: Random, depth: number): string => {
  const [open, inside, close] = pick(random, [
    ['[', '', ']'],
    ['{"a":', '1', '}'],
    ['[{"o":', 'null', '}]'],
  ] as const);
  return open.repeat(depth) + inside + (random.below(4) === 0 ? '' : close.repeat(depth));
};

const depths = [3, 40, 400] as const;
const deepest = [4_000, 9_000, 200_000] as const;

const nested = (text: string, brewing: Brewing): string => {
  const { random } = brewing;
  const value = bomb(random, pick(random, random.below(60) === 0 ? deepest : depths));
  switch (random.below(4)) {
    case 0:
      return value;
    case 1:
      return text.replace(/"o":.*$/s, `"o":${value}}`);
    case 2:
      return text.replace(/"o":.*$/s, `"o":${JSON.stringify(value)}}`);
    default:
      return withValue(text, brewing, value);
  }
};

const numbers: readonly string[] = [
  ...['1e999', '-1e999', '1e-999', '-0', '1e308', '9007199254740993', '18446744073709551616', '0.1e-320'],
  ...['79228162514264337593543950335', '4.9e-324', '00012', '+1', '0x10', 'NaN', 'Infinity', '-'],
  ...['1'.repeat(400), `0.${'3'.repeat(400)}`, `1e${'9'.repeat(40)}`, '"1e5"', '1E5', '2147483648', '-1'],
];

const keyed = (text: string, { random }: Brewing): string => {
  const key = pick(random, ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']);
  const value = pick(random, [
    '{"polluted":1}',
    '{"prototype":{"polluted":1}}',
    'null',
    '1',
    '{"__proto__":{"polluted":1}}',
  ]);
  const places = [...text.matchAll(/\{/g)].map(({ index }) => index);
  const at = places[random.below(Math.max(1, places.length))] ?? 0;
  const member = `"${key}":${value},`;
  const written = at > 0 && text.includes('\\"') ? JSON.stringify(member).slice(1, -1) : member;
  return random.below(3) === 0
    ? text.replace(/"n":"\w*"/, `"n":"${key}"`)
    : text.slice(0, at + 1) + written + text.slice(at + 1);
};

const huge = (text: string, brewing: Brewing): string => {
  const { random } = brewing;
  const size = random.below(40) > 0 ? 1_000 : pick(random, [20_000, 20_000, 1_100_000]);
  return withValue(text, brewing, `"${pick(random, ['x', '\\u0000', '💥', '\\\\', ' ']).repeat(size)}"`);
};

const types: readonly string[] = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '-1',
  '"1"',
  'null',
  '1.5',
  '[1]',
  'true',
];
const newHead = (text: string, { random, sequence }: Brewing): string => {
  const i = random.below(6) === 0 ? pick(random, numbers) : String(sequence());
  const withNumber = text.replace(/"i":-?\d+/, `"i":${i}`);
  return random.below(2) === 0 ? withNumber : withNumber.replace(/"m":\d/, `"m":${pick(random, types)}`);
};

const headOf = (text: string): string => /^.*?"o":/s.exec(text)?.[0] ?? text;

/** The head of one frame, the payload of another. */
const crossed = (text: string, { other }: Brewing): string => headOf(text) + other().replace(/^.*?"o":/s, '');

const doubled = (text: string, { random, other, sequence }: Brewing): string => {
  const member = pick(random, [
    `"m":${pick(random, types)}`,
    `"i":${sequence()}`,
    '"o":"[]"',
    headOf(other()).slice(1, -5),
  ]);
  return random.below(2) === 0 ? `{${member},${text.slice(1)}` : `${text.slice(0, -1)},${member}}`;
};

const joined = (text: string, { random, other }: Brewing): string =>
  pick(random, [
    text + other(),
    `[${text}]`,
    JSON.stringify(text),
    `${text}\n${other()}`,
    `\u0000\ufeff${text}`,
  ]);

const blank = (_: string, { random }: Brewing): string =>
  pick(random, [
    '',
    ' ',
    'null',
    '0',
    '""',
    '[]',
    '{}',
    '\u0000',
    'Endpoint Not Found',
    '{"m":3}',
    '{"n":"x"}',
  ]);

/** Each kind of damage, by its name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...{ flipped, cut, bytes, nested, keyed, huge, newHead, crossed, doubled, joined, blank },
  number: (text, brewing) => withValue(text, brewing, pick(brewing.random, numbers)),
  flippedText: (text, brewing) => decoder.decode(flipped(text, brewing)),
};

const names = Object.keys(mutations);

/** A text with one damage, or with two. */
export const mutate = (text: string, brewing: Brewing): readonly [kind: string, message: Message] => {
  const { random } = brewing;
  const kind = pick(random, names);
  const once = mutations[kind]?.(text, brewing) ?? text;
  if (typeof once !== 'string' || once.length > 50_000 || random.below(4) > 0) return [kind, once];
  return [kind, mutations[pick(random, names)]?.(once, brewing) ?? once];
};
