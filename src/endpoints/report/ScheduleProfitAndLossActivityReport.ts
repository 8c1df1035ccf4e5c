import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { ScheduleReportParameters } from './reportParameters.ts';

/** What `ScheduleProfitAndLossActivityReport` takes. @interface */
export type ScheduleProfitAndLossActivityReportRequest = t.TypeOf<typeof ScheduleReportParameters>;

/**
 * Has a report written on the profit and loss of accounts again and again. A command; login needed. A refusal is a
 * `GatewayError`, here without a code.
 *
 * The reply is a ticket, which leads to the files as that of `GeneratePnLActivityReport` does. `CancelUserReport` ends the
 * schedule.
 *
 * @example
 * request$(client, ScheduleProfitAndLossActivityReport, {
 *   accountIdList: [AccountId],
 *   beginTime: '2023-03-30T16:00:00.000Z',
 *   frequency: 'Weekly',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const ScheduleProfitAndLossActivityReport: Endpoint<
  ScheduleProfitAndLossActivityReportRequest,
  ReportTicket
> = endpoint({
  name: 'ScheduleProfitAndLossActivityReport',
  request: ScheduleReportParameters,
  reply: fast(ReportTicket),
  read: readExactJson,
  isCommand: true,
});
