import { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Stream } from './topic.ts';
import { entryOf } from './entry.ts';
import { createGroup, type Group } from './group.ts';

/** What is followed over each connection, by group. */
const groupsOver = new WeakMap<Connection, Map<string, Group>>();

/**
 * A stream with one subscription at the exchange however many consumers it has, begun again on every socket.
 *
 * A late consumer is given the present state at once. One that reads the stream in a way in which nobody has read it
 * so far has the whole group begun anew: a fresh snapshot for everyone. So does one that fails while others of the
 * group go on, since its unsubscribe may end theirs as well. The exchange is told when the last consumer of the group
 * has left and nobody has joined in the same turn; a consumer that joins while that is under way waits for its answer.
 * It completes when the connection is closed, and errors alone when it is refused, or a payload of its own cannot be
 * read.
 */
export const sharedStream$ = <M>(connection: Connection, stream: Stream<M>): Observable<M> =>
  new Observable((subscriber) => {
    const groups = entryOf(groupsOver, connection, () => new Map<string, Group>());
    const key = stream.group;
    entryOf(groups, key, () => createGroup(connection, key, () => groups.delete(key))).join(
      stream,
      subscriber,
    );
  });
