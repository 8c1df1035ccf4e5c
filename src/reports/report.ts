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
  /** The timeout from the call to the complete text, in milliseconds. @default 600_000 */
  readonly timeout?: number;
  /** Aborting it stops everything, with an `AbortError`. */
  readonly signal?: AbortSignal;
}

/** The progress of a report; the last value of {@link report$} is `Done`. */
export type ReportStep =
  /** The exchange has not written the report yet; `status` is its own word, such as `Submitted` or `InProgress`. */
  | { readonly _tag: 'Waiting'; readonly status: ReportTicket['RequestStatus'] }
  /** `slices` slices of the document have arrived, out of `of`. */
  | { readonly _tag: 'Downloading'; readonly slices: number; readonly of: number }
  /** The name of the document, and its text in CSV. */
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
 * Requests a report, waits until the exchange has written it, then downloads and joins it. It emits each {@link
 * ReportStep} and completes after `Done`, which has the text. It polls the report's status after 1 s, then at growing
 * intervals. It continues after reconnects; temporary failures are reported on `error$` and retried.
 *
 * Cold. One call of `report$` requests at most one report, whatever the number of subscriptions. Later subscriptions
 * wait for the same report and download it themselves. Unsubscribing stops the polling; the exchange still writes the
 * report.
 *
 * It errors as `request$` does if the report cannot be requested. Later it errors with:
 *
 * - `GatewayError` if the report is aborted or cannot be downloaded,
 * - `DecodeError` if its document cannot be read,
 * - `RequestTimeout` at the timeout,
 * - `AbortError` when the signal is aborted,
 * - `ConnectionLost` when the client is closed.
 *
 * @param endpoint A function that requests one report, such as `GenerateTradeActivityReport`.
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
