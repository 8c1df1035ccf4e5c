/** What one exchange gives to all, and to one connection, at the most. */
export interface Limits {
  /**
   * Connections at a time; further ones are refused.
   *
   * @default 1_000
   */
  readonly connections: number;
  /**
   * Bytes of a message of a client's; a longer one ends its connection with code 1009.
   *
   * @default 1_048_576
   */
  readonly frameSize: number;
  /**
   * Streams of one connection; a subscribe beyond is refused with code 101.
   *
   * @default 1_000
   */
  readonly streams: number;
  /**
   * Entries of a payload that is a list, such as that of `SendOrderList`; one with more is refused with code 100.
   *
   * @default 1_000
   */
  readonly listLength: number;
  /**
   * Characters that wait for one connection; a client that reads so much too slowly is dropped.
   *
   * @default 16_777_216
   */
  readonly backlog: number;
  /**
   * Executions and transactions that are kept of each account; a fifth of that is kept of its orders that are over, of the
   * versions of an order, and of the public trades of an instrument, and twice that of the frames of clients'. A list is cut
   * when it is twice as long.
   *
   * @default 5_000
   */
  readonly history: number;
}

/** The limits of an exchange unless it is told otherwise. */
export const defaultLimits: Limits = {
  connections: 1_000,
  frameSize: 1024 * 1024,
  streams: 1_000,
  listLength: 1_000,
  backlog: 16 * 1024 * 1024,
  history: 5_000,
};

/** Whether a text has more bytes than that, without counting them where its length tells. */
export const isLongerThan = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes);
