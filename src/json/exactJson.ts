import { parse } from 'lossless-json';
import { digits, numberOf } from './Digits.ts';
import { type ReadJson, writeReceived } from './json.ts';
import { readLongIntegers } from './longIntegers.ts';

const parseBy = (text: string, parseNumber: (digits: string) => unknown): unknown => {
  try {
    return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return text;
  }
};

/**
 * The exact reader: like {@link readJson}, but an integer that a `number` cannot hold becomes a `bigint`. Decimals
 * become the nearest `number`.
 *
 * @example
 * readExactJson('{"ReceiveTimeTicks":638168007882966478}'); // { ReceiveTimeTicks: 638168007882966478n }
 */
export const readExactJson: ReadJson = (payload) => {
  if (typeof payload !== 'string') return payload;
  const read = readLongIntegers(payload);
  return read === undefined ? parseBy(payload, numberOf) : read.value;
};

/**
 * The reader that keeps every digit: like {@link readJson}, but every number becomes `Digits`. A payload that is
 * already a value has only the digits that the value kept.
 */
export const readDigits: ReadJson = (payload) => {
  const text = typeof payload === 'string' ? payload : writeReceived(payload);
  return text === '' ? null : parseBy(text, digits);
};
