import { excerpt } from './excerpt.ts';
import { writeJson } from './json/json.ts';
import type { Mismatch } from './mismatches.ts';

/** What is appended to an error that leaves open whether the exchange acted. */
export const doubt = 'The exchange may have acted on it: look before you send it again.';

/** What is appended to an error of what has not left. */
export const safe = 'It is safe to send again.';

/** What is appended to an error of what has not left, and never will over this client. */
export const forGood = 'It is safe to send again, over a new client.';

/** A text with a full stop at its end. */
export const asSentence = (text: string): string => text.trim().replace(/\.?$/, '.');

/** A value as the beginning of its JSON text, without secrets; it never throws, whatever a codec has made. */
export const shownValue = (value: unknown): string => {
  try {
    return asSentence(excerpt(writeJson(value), 200));
  } catch {
    return 'with a value that has no text.';
  }
};

/** What was wrong with a value, the first five places of it. */
export const listed = (mismatches: readonly Mismatch[]): string => {
  const lines = mismatches
    .slice(0, 5)
    .map(({ path, expected, found }) => `${path || 'the value'} should be ${expected} but is ${found}`);
  const more = mismatches.length > 5 ? `, and ${mismatches.length - 5} more` : '';
  return lines.join('; ') + more;
};
