import { isInteger, isSafeNumber, parse } from 'lossless-json';
import { type ReadJson, readJson } from './json.ts';

/** Every integer above 2^53 has sixteen digits in a row; a text without them is safe with the fast reader. */
const sixteenDigits = /\d{16}/;

const exactNumber = (text: string): number | bigint =>
  isInteger(text) && !isSafeNumber(text) ? BigInt(text) : Number(text);

/**
 * The exact reader: as {@link readJson}, but an integer that a `number` cannot hold becomes a `bigint`. Decimals
 * are the nearest `number`.
 *
 * @example
 * readExactJson('{"ReceiveTimeTicks":638168007882966478}'); // { ReceiveTimeTicks: 638168007882966478n }
 */
export const readExactJson: ReadJson = (payload) => {
  if (typeof payload !== 'string' || !sixteenDigits.test(payload)) return readJson(payload);
  try {
    return parse(payload, undefined, {
      parseNumber: exactNumber,
      onDuplicateKey: ({ newValue }) => newValue,
    });
  } catch {
    return payload;
  }
};
