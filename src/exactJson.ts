import { parse } from 'lossless-json';
import { digits, numberOf } from './codec/Digits.ts';
import { type ReadJson, readJson, writeJson } from './json.ts';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** How many digits in a row an integer above 2^53 has at least. */
const unsafeLength = 16;

const isInsideLongNumber = (text: string, at: number): boolean => {
  let start = at;
  let end = at + 1;
  while (isDigit(text.charCodeAt(start - 1))) start -= 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end - start >= unsafeLength;
};

/** A run of sixteen digits covers every sixteenth place, so only these are looked at. */
const mayHoldUnsafeInteger = (text: string): boolean => {
  for (let at = unsafeLength - 1; at < text.length; at += unsafeLength) {
    if (isDigit(text.charCodeAt(at)) && isInsideLongNumber(text, at)) return true;
  }
  return false;
};

const parseBy = (text: string, parseNumber: (digits: string) => unknown): unknown => {
  try {
    return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return text;
  }
};

/**
 * The exact reader: as {@link readJson}, but an integer that a `number` cannot hold becomes a `bigint`. Decimals
 * are the nearest `number`.
 *
 * @example
 * readExactJson('{"ReceiveTimeTicks":638168007882966478}'); // { ReceiveTimeTicks: 638168007882966478n }
 */
export const readExactJson: ReadJson = (payload) => {
  if (typeof payload !== 'string' || !mayHoldUnsafeInteger(payload)) return readJson(payload);
  return parseBy(payload, numberOf);
};

/**
 * The reader for those who want every digit: as {@link readJson}, but every number becomes `Digits`. Of a payload that
 * came as a value already the digits are those that the value has kept.
 */
export const readDigits: ReadJson = (payload) => {
  const text = typeof payload === 'string' ? payload : writeJson(payload);
  return text === '' ? null : parseBy(text, digits);
};
