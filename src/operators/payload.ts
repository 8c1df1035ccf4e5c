import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { map, type OperatorFunction } from 'rxjs';
import { decode } from '../decode.ts';
import type { Frame } from '../frame.ts';
import { type ReadJson, readJson } from '../json/json.ts';

/**
 * The payload of each frame, parsed and validated. It errors with a `DecodeError` at the first payload that the codec
 * refuses.
 *
 * @param read How the text is parsed; `readExactJson` keeps 64-bit integers. @default readJson
 *
 * @example
 * client.frame$.pipe(ofType(MessageType.Event), ofName('Level2UpdateEvent'), payload(Level2Rows));
 */
export const payload = <A>(
  codec: t.Decoder<unknown, A>,
  read: ReadJson = readJson,
): OperatorFunction<Frame, A> =>
  map((frame) => {
    const decoded = decode(frame.name, { codec, read }, frame.payload);
    if (E.isLeft(decoded)) throw decoded.left;
    return decoded.right;
  });
