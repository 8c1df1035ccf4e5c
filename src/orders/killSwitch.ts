import {
  BehaviorSubject,
  concat,
  defer,
  distinctUntilChanged,
  endWith,
  finalize,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  takeWhile,
  timer,
} from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { Denied } from '../errors.ts';
import { addGuard } from '../requests/guards.ts';
import { entryOf } from '../entry.ts';
import { type CancelAll, cancelRounds$ } from './cancelAll.ts';
import { type CancelAllRequest, wrongCancelAll } from './cancelAllRequest.ts';
import type { Engine } from './engine.ts';
import { type AccountOptions, holdEngine, tagShapes } from './engineOf.ts';
import { sendsOrders } from './ordersIn.ts';

/** The values of `kill$`: `Unreachable` while there is no connection, else the values of `cancelAll$`. */
export type Kill = { readonly _tag: 'Unreachable'; readonly isFinal: false } | CancelAll;

/** A switch that stops all trading over a connection. */
export interface KillSwitch {
  /**
   * Subscribing stops trading, for good on this connection: new orders are denied, and open orders are canceled until
   * none is left. It emits the progress and completes with `Done`, `Left` or `Refused`, or with `Unresolved` when the
   * client is closed. Unsubscribing stops the canceling; new orders stay denied.
   */
  readonly kill$: Observable<Kill>;
  /** Whether the switch was used: emits the current value at once, then the change. */
  readonly isKilled$: Observable<boolean>;
}

const killedOver = new WeakMap<Inner, BehaviorSubject<boolean>>();

/** Whether a connection is killed; it asks about every order from the first time on. */
const killedOf = (connection: Connection): BehaviorSubject<boolean> =>
  entryOf(killedOver, connection[inner], () => {
    const killed = new BehaviorSubject(false);
    addGuard(connection, (call) =>
      killed.value && sendsOrders(call)
        ? new Denied(call, 'kill', 'the kill switch of this connection was used')
        : undefined,
    );
    return killed;
  });

/** Whether there is a link: until there is, then no more. What cancels needs no stream of the account. */
const isReached$ = ({ state$ }: Connection): Observable<boolean> =>
  state$.pipe(
    map(({ _tag }) => _tag === 'Open' || _tag === 'Probing'),
    distinctUntilChanged(),
    takeWhile((isOpen) => !isOpen, true),
  );

const isEnd = ({ _tag, isFinal }: CancelAll): boolean =>
  isFinal && _tag !== 'NotSent' && _tag !== 'Unresolved';

const unreachable: Kill = { _tag: 'Unreachable', isFinal: false };

/** Once reached it cancels; what the link is lost over begins again when it is back. */
const work$ = (engine: Engine, of_: CancelAllRequest): Observable<Kill> => {
  const rounds$ = (): Observable<Kill> =>
    cancelRounds$(engine, of_).pipe(
      switchMap((told) => {
        if (!told.isFinal || isEnd(told)) return of<Kill>(told);
        // Not at once: a link that fails again and again is not hurried.
        return concat(of(unreachable), timer(1_000).pipe(switchMap(again$)));
      }),
    );
  const again$ = (): Observable<Kill> =>
    isReached$(engine.connection).pipe(switchMap((isOpen) => (isOpen ? rounds$() : of(unreachable))));
  return again$();
};

/** The client was closed: nothing more can be done. */
const closed$ = ({ state$ }: Connection): Observable<Kill> =>
  state$.pipe(
    ignoreElements(),
    endWith<Kill>({ _tag: 'Unresolved', isFinal: true, reason: 'the client is closed' }),
  );

/**
 * A switch that stops trading. From then on `placeOrder$`, `replaceOrder$`, and `request$` of every function that sends
 * orders, lists of orders, quotes or block trades send nothing over this connection, through any copy of the client. Open
 * orders are canceled, in rounds.
 *
 * **It cannot act without a connection, and this protocol has no cancel on disconnect: orders outlive the connection,
 * the process and the machine.** While there is no connection it emits `Unreachable`, and continues after the
 * reconnect. A second process with its own login can act meanwhile; `examples/watchdog` shows one.
 *
 * With `scope: 'mine'` give it the `idTag` of this process, or orders of an earlier run are left.
 *
 * @throws RangeError if `scope`, `AccountId` or `idTag` is not valid, or there is no such option: better now than when it
 *   is needed.
 *
 * @example
 * const { kill$ } = killSwitch(client, { AccountId, scope: 'account' });
 * kill$.subscribe(({ _tag }) => console.log(_tag));
 */
export const killSwitch = (
  connection: Connection,
  of_: CancelAllRequest,
  options: Pick<AccountOptions, 'idTag'> = {},
): KillSwitch => {
  const wrong = wrongCancelAll(of_, options, tagShapes);
  if (wrong !== undefined) throw new RangeError(wrong.message);
  const killed = killedOf(connection);
  const kill$ = defer(() => {
    killed.next(true);
    const { engine, end, keep } = holdEngine(connection, of_.AccountId, options);
    keep();
    return merge(work$(engine, of_), closed$(connection)).pipe(
      takeWhile(({ isFinal }) => !isFinal, true),
      finalize(() => end.unsubscribe()),
    );
  });
  return { kill$, isKilled$: killed.pipe(distinctUntilChanged()) };
};
