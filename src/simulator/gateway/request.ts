import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Frame, MessageType, readFrame } from '../../frame.ts';
import { readExactJson } from '../../json/exactJson.ts';

/** A call as the gateway takes it: calls, subscribes and unsubscribes alike. */
export interface Request {
  /** The frame it came in. */
  readonly frame: Frame;
  /** The frame's number, where it is one of 64 bits that a `number` does not hold. */
  readonly longSequence: bigint | undefined;
  /** The payload as it was written, which some refusals repeat. */
  readonly text: string;
  /** The payload's fields under folded keys, or `undefined` where the payload is no object. */
  readonly fields: ReadonlyMap<string, unknown> | undefined;
  /** Turns a field's name into the key it stands under. */
  readonly fold: (name: string) => string;
}

const asked: readonly MessageType[] = [MessageType.Request, MessageType.Subscribe, MessageType.Unsubscribe];

/** A payload that came as a value may be too deep to be written. */
const textOf = (payload: unknown): string => {
  if (typeof payload === 'string') return payload;
  try {
    return JSON.stringify(payload ?? {});
  } catch {
    return '[]';
  }
};

const fieldsOf = (text: string, fold: (name: string) => string): Request['fields'] => {
  const value = text === '' ? {} : readExactJson(text);
  if (value === null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, field]) => [fold(name), field]));
};

const longSequenceOf = (text: string, { sequence }: Frame): bigint | undefined => {
  if (Number.isSafeInteger(sequence)) return undefined;
  const exact = Object.values(readExactJson(text) as object).find(
    (value) => typeof value === 'bigint' && Number(value) === sequence,
  ) as unknown;
  return typeof exact === 'bigint' ? exact : undefined;
};

const lowerCase = (name: string): string => name.toLowerCase();
const asWritten = (name: string): string => name;

/**
 * Reads one message of a client's. `none` for what a gateway passes over in silence: text that is no JSON, a frame
 * without a name, a frame that asks nothing, or has a number that is none.
 */
export const readRequest = (text: string, strictKeys: boolean): O.Option<Request> => {
  const fold = strictKeys ? asWritten : lowerCase;
  return pipe(
    O.fromEither(readFrame(text)),
    O.filter(({ type, sequence }) => asked.includes(type) && Number.isFinite(sequence)),
    O.map((frame) => {
      const payload = textOf(frame.payload);
      return {
        frame,
        longSequence: longSequenceOf(text, frame),
        text: payload,
        fields: fieldsOf(payload, fold),
        fold,
      };
    }),
  );
};
