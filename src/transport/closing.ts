/** The longest reason that a close may tell, in bytes. */
const longestReason = 123;

/** The code of a close as a platform's socket takes it: of all below 3000, which are the protocol's own, 1000 alone. */
export const closingCode = (code: number): number =>
  Number.isInteger(code) && code >= 3_000 && code <= 4_999 ? code : 1_000;

/** The codes of the protocol's own that may be sent: not those that say how a socket ended without a close. */
const sendable = [1_000, 1_001, 1_002, 1_003, 1_007, 1_008, 1_009, 1_010, 1_011, 1_012, 1_013, 1_014];

/** The code of a close as `ws` takes it, where a code that nobody may send would throw: that is told as 1000. */
export const sendableCode = (code: number): number => (sendable.includes(code) ? code : closingCode(code));

/** The reason of a close, cut where it is longer than a close can hold: 123 bytes. No character is halved. */
export const closingReason = (reason: string): string => {
  const bytes = new TextEncoder().encode(reason);
  if (bytes.length <= longestReason) return reason;
  // In a stream, what is not whole at the end is kept back.
  return new TextDecoder().decode(bytes.subarray(0, longestReason), { stream: true });
};
