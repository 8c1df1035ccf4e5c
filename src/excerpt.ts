import { redact } from './redact.ts';

/** How much of a text is looked at: a message may have megabytes, and be told of in many errors. */
const lookedAt = 2_000;

/**
 * The beginning of a text without its secrets, at most so many characters of it, with `…` where there is more. A secret
 * that the cut divides is hidden to the end, as one that is never closed.
 *
 * @example
 * excerpt('{"Password":"hush","Depth":10}', 20); // '{"Password":***,"Dep…'
 */
export const excerpt = (text: string, length: number): string => {
  const beginning = redact(text.slice(0, lookedAt));
  const isWhole = text.length <= lookedAt && beginning.length <= length;
  return isWhole ? beginning : `${beginning.slice(0, length)}…`;
};
