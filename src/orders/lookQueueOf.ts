import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../streams/entry.ts';
import { createLookQueue, type LookQueue } from './lookQueue.ts';

/** The pause between two looks on one connection, in milliseconds. */
const lookEvery = 500;

const paces = new WeakMap<Inner, LookQueue>();

/** The pace at which orders are looked for on a connection: two a second, for all accounts together. */
export const lookQueueOf = (connection: Connection): LookQueue =>
  entryOf(paces, connection[inner], () => createLookQueue(lookEvery));
