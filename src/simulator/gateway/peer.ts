/** The client's side of a connection, as the exchange sees it. A server implements it. */
export interface Peer {
  /** Sends a message to the client. */
  readonly send: (text: string) => void;
  /**
   * Ends the connection: 1006 for a lost link or a client that is too slow, 1001 when the exchange closes, 1000 when it
   * has nothing more to send, 1008 and 1009 when a client exceeds a limit.
   */
  readonly drop: (code: number) => void;
  /** How many bytes were passed to `send` and are not sent yet. @default always 0 */
  readonly unsent?: () => number;
}

/** The exchange's side of a connection, as a server sees it. */
export interface Connected {
  /** Passes a message from the client to the exchange. */
  readonly receive: (text: string) => void;
  /** The client's connection is over: its login, streams and pending replies end. */
  readonly end: () => void;
}
