import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { IsoTimeInput } from '../../codec/inputs/IsoTimeInput.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { nameInput } from '../../codec/inputs/nameInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { ReportFrequency } from '../../codec/enums/ReportFrequency.ts';
import { ReportTicket } from '../../codec/records/ReportTicket.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The accounts that the report is about, one or more. */
    accountIdList: listInput(IntegerInput),
    /** From when the first report tells: ISO 8601 with a zone, such as `2023-03-30T16:00:00.000Z`. */
    beginTime: IsoTimeInput,
  },
  together(oms, {
    /**
     * How often a report is written; it spans the time since the one before. The capital F is only here.
     *
     * @default Hourly, on the exchange's side
     */
    Frequency: nameInput(ReportFrequency),
  }),
);
/** What `ScheduleTreasuryActivityReport` takes. @interface */
export type ScheduleTreasuryActivityReportRequest = t.TypeOf<typeof parameters>;

/**
 * Has a report written on the deposits and withdrawals of accounts again and again. A command; login needed, with the
 * permission Operator or Trading. A refusal is a `GatewayError`, here without a code. `lastInstanceId` may be `null`.
 *
 * The reply is a ticket, which leads to the files as that of `GenerateTradeActivityReport` does. `CancelUserReport`
 * ends the schedule.
 *
 * @example
 * request$(client, ScheduleTreasuryActivityReport, {
 *   accountIdList: [AccountId],
 *   beginTime: '2023-03-30T16:00:00.000Z',
 *   Frequency: 'Weekly',
 * }).subscribe(({ RequestId, RequestStatus }) => console.log(RequestId, RequestStatus));
 */
export const ScheduleTreasuryActivityReport: Endpoint<ScheduleTreasuryActivityReportRequest, ReportTicket> =
  endpoint({
    name: 'ScheduleTreasuryActivityReport',
    request: parameters,
    reply: fast(ReportTicket),
    read: readExactJson,
    isCommand: true,
  });
