import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../streams/entry.ts';
import { createPace, type Pace } from './pace.ts';

/** The pause between two looks on one connection, in milliseconds. */
const lookEvery = 500;

const paces = new WeakMap<Inner, Pace>();

/** The pace at which orders are looked for on a connection: two a second, for all accounts together. */
export const paceOf = (connection: Connection): Pace =>
  entryOf(paces, connection[inner], () => createPace(lookEvery));
