import { defer, type Observable, tap, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { type Denied, isClientError } from '../errors.ts';

/** Says why a command is not to go out, or lets it. Asked once for each sending, just before it. */
export type Guard = (call: string, params: unknown) => Denied | undefined;

const guardsOver = new WeakMap<Inner, Set<Guard>>();

/** Asks a guard from now on about every command of a connection, whichever copy of a client sends it. */
export const addGuard = (connection: Connection, guard: Guard): void => {
  const guards = guardsOver.get(connection[inner]) ?? new Set<Guard>();
  guardsOver.set(connection[inner], guards);
  guards.add(guard);
};

/** The first reason against a command; `undefined` where there is none. */
export const deniedBy = (connection: Connection, call: string, params: unknown): Denied | undefined => {
  for (const guard of guardsOver.get(connection[inner]) ?? []) {
    const denied = guard(call, params);
    if (denied !== undefined) return denied;
  }
  return undefined;
};

const isUnsent = (error: unknown): boolean => isClientError(error) && 'sent' in error && !error.sent;

/**
 * A command, asked about before it is sent: it errors with `Denied` where a guard says no, nothing having been sent. What
 * was let out is not asked about again, unless it never left.
 */
export const admitted$ = <B>(
  connection: Connection,
  call: string,
  params: unknown,
  command$: Observable<B>,
): Observable<B> => {
  let isAdmitted = false;
  return defer(() => {
    const denied = isAdmitted ? undefined : deniedBy(connection, call, params);
    if (denied !== undefined) return throwError(() => denied);
    isAdmitted = true;
    return command$;
  }).pipe(
    tap({
      error: (error: unknown) => {
        if (isUnsent(error)) isAdmitted = false;
      },
    }),
  );
};
