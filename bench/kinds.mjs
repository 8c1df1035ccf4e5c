// Measures some of the kinds of payload, from the one number to before the other, and prints what comes out as JSON.
import * as E from 'fp-ts/lib/Either.js';
import process from 'node:process';
import { payloadKinds } from './catalogue.mjs';
import { compare, internal, median } from './harness.mjs';

const { fast } = internal('codec/fast/fast');
const { decodeReply } = internal('endpoint');
const { readFrame } = internal('frame');

const [from, to] = process.argv.slice(2).map(Number);

const accepted = (decoded) => {
  if (E.isLeft(decoded)) throw decoded.left;
  return decoded.right;
};

const holdsBigint = (u) =>
  typeof u === 'bigint' || (typeof u === 'object' && u !== null && Object.values(u).some(holdsBigint));

const prepare = ({ name, names, reply, plain, read, texts }) => {
  // Some samples are of refusals, and one has words in the places of ids.
  const payload = texts.find((text) => E.isRight(reply.decode(read(text))));
  if (payload === undefined) return null;
  const text = JSON.stringify({ m: 1, i: 8, n: name, o: payload });
  const reading = { name, read, reply };
  const value = read(payload);
  const quick = fast(reply);
  return {
    label: names.size === 1 ? name : `${name} and ${names.size - 1} more`,
    size: text.length,
    isKept: accepted(quick.decode(value)) === value,
    isShippedFast: quick === reply,
    isExact: holdsBigint(value),
    competitors: {
      parse: () => JSON.parse(JSON.parse(text).o),
      read: () => read(JSON.parse(text).o),
      fast: () => accepted(quick.decode(read(JSON.parse(text).o))),
      client: () => accepted(decodeReply(reading, accepted(readFrame(text)))),
      ...(plain === quick ? {} : { plain: () => accepted(plain.decode(read(JSON.parse(text).o))) }),
    },
  };
};

const prepared = payloadKinds.slice(from, to).map(prepare);

// A client runs for hours: nothing counts before the engine has seen all the kinds and compiled what they need.
for (let warming = 0; warming < 3; warming++) {
  for (const kind of prepared) {
    for (const operation of Object.values(kind?.competitors ?? {})) {
      for (let i = 0; i < 1000; i++) globalThis.benchSink = operation();
    }
  }
}

// Every kind is visited several times, the others in between, so that what disturbs one visit does not decide: 15 rounds.
const visits = 5;
const rounds = [];
for (let visit = 0; visit < visits; visit++) {
  rounds.push(prepared.map((kind) => kind && compare(kind.competitors, { rounds: 3, milliseconds: 1.5 })));
}

const medians = (results) =>
  Object.fromEntries(
    Object.keys(results[0]).map((name) => [name, median(results.map((result) => result[name].ratio))]),
  );

console.log(
  JSON.stringify(
    prepared.map(
      (kind, index) =>
        kind && {
          label: kind.label,
          size: kind.size,
          isKept: kind.isKept,
          isShippedFast: kind.isShippedFast,
          isExact: kind.isExact,
          ratios: medians(rounds.map((round) => round[index])),
        },
    ),
  ),
);
