/** The longest reason that a close may tell, in bytes. */
const longestReason = 123;

/** The code of a close as a platform's socket takes it: of all below 3000, which are the protocol's own, 1000 alone. */
export const closingCode = (code: number): number =>
  Number.isInteger(code) && code >= 3_000 && code <= 4_999 ? code : 1_000;

/** The reason of a close, cut where it is longer than a platform's socket takes: 123 bytes. No character is halved. */
export const closingReason = (reason: string): string => {
  const bytes = new TextEncoder().encode(reason);
  if (bytes.length <= longestReason) return reason;
  // In a stream, what is not whole at the end is kept back.
  return new TextDecoder().decode(bytes.subarray(0, longestReason), { stream: true });
};
