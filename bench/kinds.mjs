// Measures some of the kinds of payload, from the one number to before the other, and prints what comes out as JSON.
import * as E from 'fp-ts/lib/Either.js';
import process from 'node:process';
import { payloadKinds } from './catalogue.mjs';
import { compare } from './harness.mjs';

const [from, to] = process.argv.slice(2).map(Number);

const accepted = (codec, value) => {
  const decoded = codec.decode(value);
  if (E.isLeft(decoded)) throw new Error(`${codec.name} refuses its payload`);
  return decoded.right;
};

const measure = ({ name, names, reply, plain, read, texts }) => {
  // Some samples are of refusals, and one has words in the places of ids.
  const payload = texts.find((text) => E.isRight(reply.decode(read(text))));
  if (payload === undefined) return null;
  const text = JSON.stringify({ m: 1, i: 8, n: name, o: payload });
  const parsed = () => read(JSON.parse(text).o);
  const competitors = {
    read: parsed,
    parse: () => JSON.parse(JSON.parse(text).o),
    fast: () => accepted(reply, parsed()),
    ...(plain === reply ? {} : { plain: () => accepted(plain, parsed()) }),
  };
  const value = parsed();
  return {
    label: names.size === 1 ? name : `${name} and ${names.size - 1} more`,
    size: text.length,
    isKept: accepted(reply, value) === value,
    // Fewer and shorter rounds than usual: all kinds together are to take half a minute.
    ...compare(competitors, { rounds: 7, milliseconds: 1.5 }),
  };
};

console.log(JSON.stringify(payloadKinds.slice(from, to).map(measure)));
