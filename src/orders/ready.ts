import { defer, filter, map, merge, type Observable, of, startWith, take, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { ConnectionState } from '../connection/state.ts';
import { type ClientError, ConnectionLost } from '../errors.ts';
import { overFor } from '../requests/overFor.ts';
import type { Engine } from './engine.ts';

/** Whether a command may go out, or why not. */
export type Readiness =
  { readonly _tag: 'Ready' } | { readonly _tag: 'Unready'; readonly reason: ClientError };

const unready = (call: string, why: string, cause?: unknown): Readiness => ({
  _tag: 'Unready',
  reason: new ConnectionLost(call, false, why, cause),
});

/** The stream of the account is not on, and who waits for that cannot tell why unless it is said. */
const deaf = (call: string, why: string, cause: ClientError | undefined): Readiness =>
  unready(call, cause === undefined ? why : `${why} (${cause.message})`, cause);

/** Why nothing can be sent in this state; `undefined` while it opens for the first time, and once it is open. */
const lostIn = (call: string, state: ConnectionState): Readiness | undefined => {
  const cause = 'cause' in state ? state.cause : undefined;
  if (state._tag === 'Closed') return { _tag: 'Unready', reason: overFor(call, cause) };
  if (state._tag === 'Waiting' || ('attempt' in state && state.attempt > 0))
    return unready(call, 'the connection is lost at present', cause);
  return undefined;
};

/**
 * Says once whether there is a connection to send a command over: as soon as it is open, which it waits for at the first
 * opening, so many milliseconds at most. With the connection lost it says no at once.
 */
export const reachable$ = (connection: Connection, call: string, within: number): Observable<Readiness> => {
  const late$ = timer(within).pipe(map(() => unready(call, `no connection was open within ${within} ms`)));
  const told$ = connection.state$.pipe(
    map((state): Readiness | undefined =>
      state._tag === 'Open' || state._tag === 'Probing' ? { _tag: 'Ready' } : lostIn(call, state),
    ),
  );
  return merge(told$, late$).pipe(
    filter((readiness) => readiness !== undefined),
    take(1),
  );
};

/**
 * Says once whether a command may go out: as soon as the stream of the account is on, so that nothing is sent that
 * nobody hears of. With the connection lost it says no at once; at the first opening, and on an open socket whose stream
 * is on its way, it waits so many milliseconds at most.
 */
export const ready$ = (engine: Engine, call: string, liveWithin: number): Observable<Readiness> =>
  defer(() => {
    const { account, account$, connection, on$ } = engine;
    if (account().isOn) return of<Readiness>({ _tag: 'Ready' });
    const isOn$ = on$.pipe(map((isOn): Readiness | undefined => (isOn ? { _tag: 'Ready' } : undefined)));
    const failed$ = account$.pipe(
      startWith(account()),
      map(({ status, cause }) =>
        status === 'failed' ? deaf(call, 'the exchange refused the account stream', cause) : undefined,
      ),
    );
    const lost$ = connection.state$.pipe(map((state) => lostIn(call, state)));
    const late$ = timer(liveWithin).pipe(
      map(() => deaf(call, `the account stream was not subscribed within ${liveWithin} ms`, account().cause)),
    );
    return merge(isOn$, failed$, lost$, late$).pipe(
      filter((readiness) => readiness !== undefined),
      take(1),
    );
  });
