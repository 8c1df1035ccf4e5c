import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { GenerateReportParameters } from './reportParameters.ts';

/** What `GenerateTreasuryActivityReport` takes. @interface */
export type GenerateTreasuryActivityReportRequest = t.TypeOf<typeof GenerateReportParameters>;

/**
 * Has a report written on the deposits and withdrawals of accounts. A command; login needed, with the permission
 * Operator or Trading. A refusal is a `GatewayError`, here without a code. `lastInstanceId` may be `null`.
 *
 * The reply is a ticket, which leads to the file as that of `GenerateTradeActivityReport` does.
 *
 * `report$` does all of it, from asking to the text.
 *
 * @example
 * request$(client, GenerateTreasuryActivityReport, {
 *   accountIdList: [AccountId],
 *   startTime: '2023-03-01T16:00:00.000Z',
 *   endTime: '2023-03-02T16:00:00.000Z',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const GenerateTreasuryActivityReport: Endpoint<GenerateTreasuryActivityReportRequest, ReportTicket> =
  endpoint({
    name: 'GenerateTreasuryActivityReport',
    request: GenerateReportParameters,
    reply: fast(ReportTicket),
    read: readExactJson,
    isCommand: true,
  });
