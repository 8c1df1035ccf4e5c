import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { GenerateReportParameters } from './reportParameters.ts';

/** What `GenerateProductDeltaActivityReport` takes. @interface */
export type GenerateProductDeltaActivityReportRequest = t.TypeOf<typeof GenerateReportParameters>;

/**
 * Has a report written on what changed in each product of accounts. A command; login needed. A refusal is a `GatewayError`, here
 * without a code.
 *
 * The reply is a ticket. Once `GetUserReportTickets` has it as `Completed`, `GetUserReportWriterResultRecords` names
 * the file, which `DownloadDocument` and `DownloadDocumentSlice` fetch.
 *
 * `report$` does all of it, from asking to the text.
 *
 * @example
 * request$(client, GenerateProductDeltaActivityReport, {
 *   accountIdList: [AccountId],
 *   startTime: '2023-03-01T16:00:00.000Z',
 *   endTime: '2023-03-02T16:00:00.000Z',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const GenerateProductDeltaActivityReport: Endpoint<
  GenerateProductDeltaActivityReportRequest,
  ReportTicket
> = endpoint({
  name: 'GenerateProductDeltaActivityReport',
  request: GenerateReportParameters,
  reply: fast(ReportTicket),
  read: readExactJson,
  isCommand: true,
});
