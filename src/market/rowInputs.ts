import { connect, defer, filter, map, merge, type Observable, takeWhile, tap } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { ClientError } from '../errors.ts';
import type { Line } from '../streams/line.ts';
import type { Notice } from '../streams/notice.ts';
import { notices$ } from '../streams/notices.ts';
import type { SnapshotOrUpdate } from '../streams/SnapshotOrUpdate.ts';
import type { Topic } from '../streams/topic.ts';

/** What befalls a stream of rows, for a reducer. */
export type RowInput<R> =
  /** The stream has begun: its last rows, of which `count` were asked for. */
  | { readonly _tag: 'Snapshot'; readonly rows: readonly R[]; readonly count: number }
  /** The stream goes on. */
  | { readonly _tag: 'Update'; readonly rows: readonly R[] }
  /** It does not follow the exchange, and will begin again by itself. */
  | { readonly _tag: 'Lost'; readonly cause?: ClientError | undefined }
  /** The symbol stands for another instrument from here on: what was known is not of that. */
  | { readonly _tag: 'Moved' }
  /** The end, for a cause that does not pass. */
  | { readonly _tag: 'Failed'; readonly cause: ClientError };

/** A topic whose states and events are rows. */
export type RowTopic<A, R> = Topic<A, readonly R[], SnapshotOrUpdate<readonly R[]>>;

const moved = { _tag: 'Moved' } as const;

const inputOf = <A, R>(topic: RowTopic<A, R>, notice: Notice<readonly R[]>, count: number): RowInput<R> => {
  switch (notice._tag) {
    case 'Begun':
      return { _tag: 'Snapshot', rows: notice.kept.state, count };
    case 'Changed':
      return { _tag: 'Update', rows: topic.update(notice.event).payload };
    case 'Lost':
    case 'Setback':
      return { _tag: 'Lost', cause: notice.kept.cause };
    case 'Failed':
      return { _tag: 'Failed', cause: notice.cause };
  }
};

/**
 * What befalls a stream of rows. Cold, and shared at the exchange as `follow$` is. A symbol is looked up on every
 * socket; where it leads to another instrument than before, `Moved` comes first. It never errors. It completes after
 * `Failed`, and when the client is closed.
 */
export const rowInputs$ = <A, R>(
  connection: Connection,
  topic: RowTopic<A, R>,
  params: A,
): Observable<RowInput<R>> =>
  defer(() => {
    let line: Line | undefined;
    let hasMoved = false;
    const joined = (other: Line): void => {
      hasMoved = line !== undefined && line.key !== other.key;
      line = other;
    };
    let newest: Notice<readonly R[]> | undefined;
    const isMoving = (): boolean => {
      const was = hasMoved;
      hasMoved = false;
      return was;
    };
    return notices$(connection, topic, params, { isFollower: true, joined }).pipe(
      tap((notice) => (newest = notice)),
      // Nothing waits for another: a loss, or the end, is told in the midst of what brings it about.
      connect((notice$) =>
        merge(
          notice$.pipe(
            filter(isMoving),
            map(() => moved),
          ),
          notice$.pipe(
            // Whoever heard of the move may have given up the socket.
            filter((notice) => notice === newest),
            map((notice) => inputOf(topic, notice, line?.stream.amount ?? 0)),
          ),
        ),
      ),
      takeWhile(({ _tag }) => _tag !== 'Failed', true),
    );
  });
