/**
 * What something thrown says: the message of an error, else its text. Anything can be thrown, also what has no text, so
 * this itself never throws.
 *
 * @example
 * saidBy(new RangeError('out of range')); // 'out of range'
 */
export const saidBy = (thrown: unknown): string => {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return 'something that has no text';
  }
};
