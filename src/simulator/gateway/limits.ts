/** The limits of an exchange, per connection and in total. */
export interface Limits {
  /** The number of simultaneous connections; further ones are refused. @default 1_000 */
  readonly connections: number;
  /** The largest message of a client, in bytes; a larger one ends its connection with code 1009. @default 1_048_576 */
  readonly frameSize: number;
  /** The number of streams per connection; a further subscribe is refused with code 101. @default 1_000 */
  readonly streams: number;
  /**
   * The number of entries in a list payload, such as that of `SendOrderList`; a longer list is refused with code 100.
   *
   * @default 1_000
   */
  readonly listLength: number;
  /** How many characters may wait for one connection; a client that reads too slowly is dropped. @default 16_777_216 */
  readonly backlog: number;
  /**
   * How many executions and transactions are kept per account. A fifth of that is kept of an account's closed orders,
   * of the versions of an order, and of an instrument's public trades; twice that of the frames received from clients.
   * A list is trimmed when it is twice as long.
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
