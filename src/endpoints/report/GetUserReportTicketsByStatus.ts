import type * as t from 'io-ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nameInput } from '../../codec/inputs/nameInput.ts';
import { ReportRequestStatus } from '../../codec/enums/ReportRequestStatus.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = listInput(
  request(
    {
      /** Where the reports stand that are wanted. */
      RequestStatus: nameInput(ReportRequestStatus),
    },
    {},
  ),
);
/** What `GetUserReportTicketsByStatus` takes. @useDeclaredType */
export type GetUserReportTicketsByStatusRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the own reports that stand in one of several ways. A query; login needed. A refusal is a `GatewayError`;
 * where there are none the list is empty.
 *
 * @example
 * request$(client, GetUserReportTicketsByStatus, [{ RequestStatus: 'Completed' }]).subscribe((tickets) =>
 *   tickets.forEach(({ RequestId, createTime }) => console.log(RequestId, createTime)),
 * );
 */
export const GetUserReportTicketsByStatus: Endpoint<
  GetUserReportTicketsByStatusRequest,
  readonly ReportTicket[]
> = endpoint({
  name: 'GetUserReportTicketsByStatus',
  request: parameters,
  reply: listOf(ReportTicket),
  read: readExactJson,
});
