import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The user who asked for the reports. */
    UserId: IntegerInput,
  },
  {},
);
/** What `GetUserReportTickets` takes. @interface */
export type GetUserReportTicketsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the reports that a user asked for, and where each stands. A query; login needed. A refusal is a
 * `GatewayError`; where there are none the list is empty.
 *
 * @example
 * request$(client, GetUserReportTickets, { UserId: 6 }).subscribe((tickets) =>
 *   tickets.forEach(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus)),
 * );
 */
export const GetUserReportTickets: Endpoint<GetUserReportTicketsRequest, readonly ReportTicket[]> = endpoint({
  name: 'GetUserReportTickets',
  request: parameters,
  reply: listOf(ReportTicket),
  read: readExactJson,
});
