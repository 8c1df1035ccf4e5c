import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { ScheduleReportParameters } from './reportParameters.ts';

/** What `ScheduleTradeActivityReport` takes. @interface */
export type ScheduleTradeActivityReportRequest = t.TypeOf<typeof ScheduleReportParameters>;

/**
 * Has a report written on the trades of accounts again and again. A command; login needed. A refusal is a
 * `GatewayError`, here without a code.
 *
 * The reply is a ticket, which leads to the files as that of `GenerateTradeActivityReport` does. `CancelUserReport` ends the
 * schedule.
 *
 * @example
 * request$(client, ScheduleTradeActivityReport, {
 *   accountIdList: [AccountId],
 *   beginTime: '2023-03-30T16:00:00.000Z',
 *   frequency: 'Weekly',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const ScheduleTradeActivityReport: Endpoint<ScheduleTradeActivityReportRequest, ReportTicket> =
  endpoint({
    name: 'ScheduleTradeActivityReport',
    request: ScheduleReportParameters,
    reply: fast(ReportTicket),
    read: readExactJson,
    isCommand: true,
  });
