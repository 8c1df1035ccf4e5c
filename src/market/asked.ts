import {
  catchError,
  defer,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  retry,
  takeUntil,
  throwError,
  timer,
} from 'rxjs';
import { monotonicNow } from '../clock.ts';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import {
  type ClientError,
  GatewayError,
  isClientError,
  isNotAuthorized,
  isTooManyRequests,
} from '../errors.ts';
import { clean, type History, remedyFor } from '../streams/trouble.ts';

const serverError = 102;

/** Says whether an error may pass. */
type MayPass = (error: ClientError) => boolean;

/** Says whether an answer may come yet: a refusal of what was asked is one, unless the gateway is not well. */
const mayBeAnswered: MayPass = (error) =>
  !(error instanceof GatewayError) ||
  error.code === serverError ||
  isNotAuthorized(error) ||
  isTooManyRequests(error);

/**
 * Asks again what may pass, after the pauses of a stream that is begun again; what does not pass errors.
 *
 * @param mayPass What of that is asked again at all. @default all but a refusal of what was asked
 */
export const patiently =
  <B>(report: (error: ClientError) => void, mayPass = mayBeAnswered): MonoTypeOperatorFunction<B> =>
  (question$) =>
    defer(() => {
      let history: History = clean;
      const again = (error: unknown): Observable<unknown> => {
        if (!isClientError(error) || !mayPass(error)) return throwError(() => error);
        const remedy = remedyFor({ _tag: 'NotBegun', error }, history, monotonicNow());
        if (remedy._tag === 'GiveUp') return throwError(() => error);
        history = remedy.history;
        report(error);
        return timer(remedy.delay);
      };
      return question$.pipe(retry({ delay: again }));
    });

/** Nothing that is asked over a connection that has ended is answered. */
const untilOver = <B>(connection: Connection): MonoTypeOperatorFunction<B> => takeUntil(closed$(connection));

/**
 * The answer to a question that something kept has, asked again for as long as that may help, or `undefined` where the
 * exchange refuses it. What goes wrong is told on `error$`; no error of this library's comes out.
 *
 * Cold. It completes with the answer, and without one when the connection is closed or given up: why is told by the
 * stream that the question is about.
 *
 * @param question$ Asks on being subscribed to, once each time.
 */
export const asked$ = <B>(connection: Connection, question$: Observable<B>): Observable<B | undefined> => {
  const { report } = connection[inner];
  return question$.pipe(
    patiently(report),
    catchError((error: unknown) => {
      if (!isClientError(error)) return throwError(() => error);
      report(error);
      return of(undefined);
    }),
    untilOver(connection),
  );
};
