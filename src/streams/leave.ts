import {
  AsyncSubject,
  catchError,
  EMPTY,
  finalize,
  ignoreElements,
  merge,
  type Observable,
  takeUntil,
  timer,
} from 'rxjs';
import type { Inner } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { type ClientError, ConnectionLost } from '../errors.ts';
import { exchange } from '../requests/exchange.ts';
import type { Socket } from '../socket.ts';
import { entryOf } from '../entry.ts';

/** The unsubscribes under way on each socket, by group. */
const leavingOn = new WeakMap<Socket, Map<string, Observable<unknown>>>();

/** How long a returning consumer waits for the answer to an unsubscribe, in milliseconds. */
const patience = 1_000;

/**
 * Completes once the unsubscribes of this group on this socket are answered, or a second has passed; at once where none
 * is under way.
 */
export const left$ = (socket: Socket, group: string): Observable<never> =>
  leavingOn
    .get(socket)
    ?.get(group)
    ?.pipe(ignoreElements(), takeUntil(timer(patience))) ?? EMPTY;

/** Most groups have one unsubscribe for all of their streams. */
const distinct = (calls: readonly Call<unknown>[]): readonly Call<unknown>[] => [
  ...new Map(calls.map((call) => [JSON.stringify([call.name, call.payload]), call])).values(),
];

/**
 * Ends a group at the exchange: sends these unsubscribes at once, each once, and remembers them until all are
 * answered. A refusal is reported; a socket that is over has ended the group by itself.
 */
export const leave = (
  inner: Inner,
  socket: Socket,
  group: string,
  unsubscribes: readonly Call<unknown>[],
): void => {
  if (unsubscribes.length === 0) return;
  const groups = entryOf(leavingOn, socket, () => new Map<string, Observable<unknown>>());
  const answered = new AsyncSubject<unknown>();
  groups.set(group, answered);

  const unsubscribe$ = (call: Call<unknown>): Observable<unknown> =>
    exchange(socket, call, inner, { type: inner.subscribeWith.unsubscribe }).pipe(
      catchError((error: unknown) => {
        if (!(error instanceof ConnectionLost)) inner.report(error as ClientError);
        return EMPTY;
      }),
    );

  merge(...distinct(unsubscribes).map(unsubscribe$))
    .pipe(
      finalize(() => {
        if (groups.get(group) === answered) groups.delete(group);
      }),
    )
    .subscribe(answered);
};
