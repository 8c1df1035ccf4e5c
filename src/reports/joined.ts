import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { DecodeError } from '../errors.ts';
import { excerpt } from '../excerpt.ts';

/** The slices of a document that have come, in base64, by their number. One that comes twice is one. */
export type Slices = ReadonlyMap<number, string>;

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

const notBase64 = (number: number, text: string): DecodeError =>
  new DecodeError('DownloadDocumentSlice', [
    { path: `slice ${number}.base64Bytes`, expected: 'base64', found: JSON.stringify(excerpt(text, 200)) },
  ]);

const bytesOf = (number: number, text: string): E.Either<DecodeError, Uint8Array> =>
  E.tryCatch(
    () => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
    () => notBase64(number, text),
  );

const missing = (number: number): DecodeError =>
  new DecodeError('DownloadDocumentSlice', [
    { path: `slice ${number}`, expected: 'there', found: 'undefined' },
  ]);

/**
 * The text of a document of so many slices, in the order of their numbers. They are put together as bytes, since a
 * character may lie across two of them; a byte-order mark is left out.
 */
export const joined = (slices: Slices, count: number): E.Either<DecodeError, string> =>
  pipe(
    numbersTo(count),
    E.traverseArray((number) =>
      pipe(
        slices.get(number),
        E.fromNullable(missing(number)),
        E.chain((text) => bytesOf(number, text)),
      ),
    ),
    E.map((parts) => {
      const decoder = new TextDecoder();
      return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
    }),
  );
