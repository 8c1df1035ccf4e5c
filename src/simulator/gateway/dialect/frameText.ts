import type { MessageType } from '../../../frame.ts';
import type { Dialect } from './dialect.ts';

/** A frame of the gateway's. */
interface Said {
  readonly type: MessageType;
  readonly sequence: number;
  /** The number in place of `sequence`, where that does not hold it. */
  readonly longSequence?: bigint | undefined;
  readonly name: string;
  /** As {@link framePayload} gives it. */
  readonly payload: string;
}

/** Bare words, and what only looks like JSON, stay text whatever the dialect. */
const isStructure = (text: string): boolean => {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * A payload as it stands in a frame, in a dialect: its text as a JSON string, or the value itself, digit for digit as
 * it was written. It is the same in every frame that it goes out in.
 */
export const framePayload = ({ payloads }: Dialect, text: string): string =>
  payloads === 'value' && isStructure(text) ? text : JSON.stringify(text);

/** The text of a frame, around a payload that was made for it. */
export const frameText = ({ type, sequence, longSequence, name, payload }: Said): string =>
  `{"m":${type},"i":${longSequence ?? sequence},"n":${JSON.stringify(name)},"o":${payload}}`;
