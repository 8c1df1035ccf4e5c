import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { ScheduleReportParameters } from './reportParameters.ts';

/** What `ScheduleProductDeltaActivityReport` takes. @interface */
export type ScheduleProductDeltaActivityReportRequest = t.TypeOf<typeof ScheduleReportParameters>;

/**
 * Has a report written on what changed in each product of accounts again and again. A command; login needed. A refusal is a
 * `GatewayError`, here without a code.
 *
 * The reply is a ticket, which leads to the files as that of `GenerateProductDeltaActivityReport` does. `CancelUserReport` ends the
 * schedule.
 *
 * @example
 * request$(client, ScheduleProductDeltaActivityReport, {
 *   accountIdList: [AccountId],
 *   beginTime: '2023-03-30T16:00:00.000Z',
 *   frequency: 'Weekly',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const ScheduleProductDeltaActivityReport: Endpoint<
  ScheduleProductDeltaActivityReportRequest,
  ReportTicket
> = endpoint({
  name: 'ScheduleProductDeltaActivityReport',
  request: ScheduleReportParameters,
  reply: fast(ReportTicket),
  read: readExactJson,
  isCommand: true,
});
