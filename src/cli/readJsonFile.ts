import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { mismatches } from '../mismatches.ts';
import { readTextFile } from './readTextFile.ts';
import { usageError } from './usageError.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const parsed = (file: string): unknown => {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const [line = ''] = messageOf(error).split('\n');
    throw usageError(`${file} is not JSON: ${line}.`, error);
  }
};

/**
 * Reads a JSON file with a codec.
 *
 * @throws a usage error of one line that names the file and the first place that is wrong
 */
export const readJsonFile = <A>(file: string, codec: t.Decoder<unknown, A>): A => {
  const decoded = codec.decode(parsed(file));
  if (E.isRight(decoded)) return decoded.right;
  const [first] = mismatches(decoded.left);
  const place = first === undefined || first.path === '' ? 'the file' : first.path;
  throw usageError(
    `${file}: ${place} should be ${first?.expected ?? 'another value'} but is ${first?.found ?? ''}.`,
  );
};
