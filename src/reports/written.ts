import * as E from 'fp-ts/lib/Either.js';
import {
  concat,
  defer,
  distinctUntilChanged,
  type Observable,
  of,
  repeat,
  switchMap,
  takeWhile,
  throwError,
  timer,
} from 'rxjs';
import type { ReportTicket } from '../codec/records/ReportTicket.ts';
import type { ReportWriterResultRecord } from '../codec/records/ReportWriterResultRecord.ts';
import { GetUserReportTickets } from '../endpoints/report/GetUserReportTickets.ts';
import { GetUserReportWriterResultRecords } from '../endpoints/report/GetUserReportWriterResultRecords.ts';
import { GatewayError } from '../errors.ts';
import type { AskPatiently } from './askPatiently.ts';
import { pollDelay } from './pollDelay.ts';
import { sameId } from './sameId.ts';

/** Where a report stands that was asked for. */
export type Standing =
  /** It is not written yet; `status` is what the exchange calls that. */
  | { readonly _tag: 'Waiting'; readonly status: ReportTicket['RequestStatus'] }
  /** It is written, to this document. */
  | { readonly _tag: 'Filed'; readonly descriptorId: string };

/** What a ticket never leaves again, but for `Completed`. */
const ends: ReadonlySet<unknown> = new Set(['Aborting', 'Aborted', 'UserCancelled', 'SysRetired']);

const notWritten = (call: string, how: string): GatewayError =>
  new GatewayError(call, { code: undefined, errormsg: `The report was not written: ${how}`, detail: null });

const waiting = (status: ReportTicket['RequestStatus']): E.Either<GatewayError, Standing> =>
  E.right({ _tag: 'Waiting', status });

/** What the list of tickets says of one; one that is not listed yet is where it was. */
export const standingIn = (
  tickets: readonly ReportTicket[],
  { RequestId, RequestStatus }: Pick<ReportTicket, 'RequestId' | 'RequestStatus'>,
): E.Either<GatewayError, Standing> => {
  const status = tickets.find((ticket) => sameId(ticket.RequestId, RequestId))?.RequestStatus;
  return status !== undefined && ends.has(status)
    ? E.left(notWritten(GetUserReportTickets.name, String(status)))
    : waiting(status ?? RequestStatus);
};

/** What the list of documents says of a ticket that is `Completed`: the document may be listed a moment later. */
export const filedIn = (
  records: readonly ReportWriterResultRecord[],
  RequestId: string,
): E.Either<GatewayError, Standing> => {
  const record = records.find(({ urtTicketId }) => sameId(urtTicketId, RequestId));
  if (record?.resultStatus === 'ErrorComplete' || record?.resultStatus === 'Cancelled')
    return E.left(notWritten(GetUserReportWriterResultRecords.name, record.resultStatus));
  return record?.resultStatus === 'SuccessComplete'
    ? E.right({ _tag: 'Filed', descriptorId: record.descriptorId })
    : waiting('Completed');
};

const orError = (standing: E.Either<GatewayError, Standing>): Observable<Standing> =>
  E.isLeft(standing) ? throwError(() => standing.left) : of(standing.right);

/** Enough to find the newest among the documents of a user that asks for many. */
const depth = 200;

const sameStanding = (a: Standing, b: Standing): boolean =>
  a._tag === 'Waiting' && b._tag === 'Waiting' && a.status === b.status;

/**
 * Looks again and again where a report stands, less and less often: emits that whenever it has changed, the ticket's own
 * status first, and completes with `Filed`. It errors with a `GatewayError` where the report ends unwritten, and with what
 * the questions error with. Cold.
 */
export const written$ = (ask: AskPatiently, ticket: ReportTicket): Observable<Standing> => {
  const UserId = ticket.RequestingUser;
  const filed$ = defer(() => ask(GetUserReportWriterResultRecords, { UserId, Depth: depth })).pipe(
    switchMap((records) => orError(filedIn(records, ticket.RequestId))),
  );
  const look$ = defer(() => ask(GetUserReportTickets, { UserId })).pipe(
    switchMap((tickets) => orError(standingIn(tickets, ticket))),
    switchMap((standing) =>
      standing._tag === 'Waiting' && standing.status === 'Completed' ? filed$ : of(standing),
    ),
  );
  const looks$ = timer(pollDelay(0)).pipe(
    switchMap(() => look$),
    repeat({ delay: (looks) => timer(pollDelay(looks) - pollDelay(0)) }),
  );
  return concat(of<Standing>({ _tag: 'Waiting', status: ticket.RequestStatus }), looks$).pipe(
    distinctUntilChanged(sameStanding),
    takeWhile(({ _tag }) => _tag === 'Waiting', true),
  );
};
