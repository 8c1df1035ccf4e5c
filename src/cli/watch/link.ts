import { mergeMap, type Observable, of, scan, throwError } from 'rxjs';
import { wallNow } from '../../clock.ts';
import type { Connection } from '../../connection/connection.ts';
import type { ConnectionState } from '../../connection/state.ts';

/** Where a connection stands, and how often it came back. */
export interface Link {
  readonly state: ConnectionState;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
  /** How often it was open again after a loss. */
  readonly reconnects: number;
  /** Whether it has ever been open. */
  readonly wasOpen: boolean;
}

/** The link of a connection that nobody has used yet. */
export const unusedLink: Link = {
  state: { _tag: 'Connecting', attempt: 0 },
  since: 0,
  reconnects: 0,
  wasOpen: false,
};

const isUp = ({ _tag }: ConnectionState): boolean => _tag === 'Open' || _tag === 'Probing';

/** What the next state makes of a link. */
export const nextLink = (link: Link, state: ConnectionState, since: number): Link => {
  const isBack = isUp(state) && link.wasOpen && !isUp(link.state);
  return {
    state,
    since,
    reconnects: link.reconnects + (isBack ? 1 : 0),
    wasOpen: link.wasOpen || isUp(state),
  };
};

/**
 * The link of a connection: at once, then with every change of its state. It completes when the connection is closed,
 * and errors with the cause where it was given up. Cold; subscribing opens the connection.
 */
export const link$ = (connection: Connection): Observable<Link> =>
  connection.state$.pipe(
    mergeMap((state) =>
      state._tag === 'Closed' && state.cause !== undefined ? throwError(() => state.cause) : of(state),
    ),
    scan((link, state) => nextLink(link, state, wallNow()), unusedLink),
  );
