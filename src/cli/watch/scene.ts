import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Link } from './link.ts';

/** What is known on every watch: where the connection stands, and what is looked at. */
export interface Scene {
  /** The gateway. */
  readonly url: string;
  /** What is watched, as it was asked for. */
  readonly subject: string;
  /** Absent until the connection has said anything. */
  readonly link?: Link;
  /** Absent until the exchange has told it. */
  readonly instrument?: Instrument;
}

/** When and how large a scene is drawn. */
export interface Frame {
  /** The time, in milliseconds since 1970. */
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
}
