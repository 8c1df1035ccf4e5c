import { filter, type Observable, take } from 'rxjs';
import type { Connection } from './connection.ts';
import type { ConnectionState } from './state.ts';

type Closed = Extract<ConnectionState, { readonly _tag: 'Closed' }>;

/**
 * Emits once a connection is over for good, closed or given up for a `cause`, and completes: at once where it is so
 * already. Cold; subscribing opens the connection, as `state$` does.
 */
export const closed$ = ({ state$ }: Pick<Connection, 'state$'>): Observable<Closed> =>
  state$.pipe(
    filter((state) => state._tag === 'Closed'),
    take(1),
  );
