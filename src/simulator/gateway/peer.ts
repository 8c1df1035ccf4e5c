/** The other side of a connection, as the exchange sees it. */
export interface Peer {
  /** Hands a message over. */
  readonly send: (text: string) => void;
  /**
   * Ends the connection without being asked: 1006 for a lost link or a client that is too slow, 1001 for an exchange
   * that closes, 1000 for one that has nothing more to say, 1008 and 1009 for a client that asks too much.
   */
  readonly drop: (code: number) => void;
  /**
   * How much was handed over and has not left yet, in bytes.
   *
   * @default nothing ever
   */
  readonly unsent?: () => number;
}

/** One connection, as its other side sees it. */
export interface Connected {
  /** Hears a message. */
  readonly receive: (text: string) => void;
  /** The connection is over: its login, its streams and what was not answered are gone with it. */
  readonly end: () => void;
}
