import { defer, map, merge, type Observable, switchMap, takeWhile } from 'rxjs';
import type { ReportTicket } from '../codec/records/ReportTicket.ts';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { causeIn } from '../connection/state.ts';
import type { Endpoint } from '../endpoint.ts';
import { ConnectionLost } from '../errors.ts';
import { abortable } from '../requests/aborted.ts';
import { request$ } from '../requests/request.ts';
import { timeLimit$ } from '../requests/timeLimit.ts';
import { askPatientlyOver } from './askPatiently.ts';
import { download$ } from './download.ts';
import { written$ } from './written.ts';

/** Options of {@link report$}. */
export interface ReportOptions {
  /** How long it may take from the call to the text, in milliseconds. @default 600_000 */
  readonly timeout?: number;
  /** Stops all of it when it is aborted, with an `AbortError`. */
  readonly signal?: AbortSignal;
}

/** How far a report has come; {@link report$} ends with `Done`. */
export type ReportStep =
  /** The exchange has not written it yet: what it calls that, such as `Submitted` or `InProgress`. */
  | { readonly _tag: 'Waiting'; readonly status: ReportTicket['RequestStatus'] }
  /** So many slices of its document are there, of so many. */
  | { readonly _tag: 'Downloading'; readonly slices: number; readonly of: number }
  /** The name of its document, and the text: CSV. */
  | { readonly _tag: 'Done'; readonly docName: string; readonly text: string };

const isDone = ({ _tag }: ReportStep): boolean => _tag === 'Done';

/** A connection that is over for good ends what would go on asking. */
const over$ = (connection: Connection, call: string): Observable<never> =>
  closed$(connection).pipe(
    map((state): never => {
      throw new ConnectionLost(call, true, 'the connection was closed', causeIn(state));
    }),
  );

const steps$ = (connection: Connection, ticket: ReportTicket): Observable<ReportStep> => {
  const ask = askPatientlyOver(connection);
  return written$(ask, ticket).pipe(
    switchMap((standing) => (standing._tag === 'Filed' ? download$(ask, standing.descriptorId) : [standing])),
  );
};

/**
 * Has a report written, waits for it, downloads it and puts it together: emits each {@link ReportStep} and completes with
 * the text, which is the last value. It asks where the report stands after a second, then less and less often, and goes on
 * over any number of losses of the connection; what goes wrong on the way and may pass is told on `error$`.
 *
 * Cold. The report is asked for at most once per call, however often the result is subscribed to: later subscriptions wait
 * for the same report and download it for themselves. Unsubscribing stops asking; the exchange goes on writing.
 *
 * It errors as `request$` does where the report cannot be asked for, with a `GatewayError` where it is aborted or cannot be
 * downloaded, a `DecodeError` where its document cannot be read, a `RequestTimeout` at the time limit, an `AbortError` when
 * the signal is aborted, and `ConnectionLost` when the client is closed.
 *
 * @param endpoint A function that has a report written once, such as `GenerateTradeActivityReport`.
 *
 * @example
 * const today = { accountIdList: [AccountId], startTime: '2023-03-01T00:00:00Z', endTime: '2023-03-02T00:00:00Z' };
 * report$(client, GenerateTradeActivityReport, today).subscribe((step) => {
 *   if (step._tag === 'Done') console.log(step.text);
 * });
 */
export const report$ = <A>(
  connection: Connection,
  endpoint: Endpoint<A, ReportTicket>,
  params: A,
  { timeout = 600_000, signal }: ReportOptions = {},
): Observable<ReportStep> => {
  const ticket$ = request$(connection, endpoint, params, signal && { signal });
  return defer(() => {
    const { deadlines } = connection[inner];
    const askedAt = deadlines.now();
    const limit = { deadlines, requestTimeout: timeout };
    const afterwards = (ticket: ReportTicket): Observable<ReportStep> =>
      merge(
        steps$(connection, ticket),
        over$(connection, endpoint.name),
        timeLimit$(endpoint.name, limit, askedAt, true),
      );
    return ticket$.pipe(
      switchMap((ticket) =>
        abortable(
          endpoint.name,
          signal,
          (onSent) => {
            onSent();
            return afterwards(ticket);
          },
          isDone,
        ),
      ),
      takeWhile((step) => !isDone(step), true),
    );
  });
};
