import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { ReportWriterResultRecord } from '../../codec/records/ReportWriterResultRecord.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user who asked for the reports. */
    UserId: IntegerInput,
  },
  {
    /** How many records come at most. */
    Depth: IntegerInput,
    /** How many records are passed over; 0 is the newest. */
    StartIndex: IntegerInput,
  },
);
/** What `GetUserReportWriterResultRecords` takes. @interface */
export type GetUserReportWriterResultRecordsRequest = t.TypeOf<typeof parameters>;
/** What `GetUserReportWriterResultRecords` answers: the records of reports that were written. */
export type GetUserReportWriterResultRecordsReply = readonly ReportWriterResultRecord[];

/**
 * Lists the reports that were written for a user, and the ids of their files. A query; login needed. A refusal is a
 * `GatewayError`; where there are none the list is empty. No field is `null`.
 *
 * @example
 * request$(client, GetUserReportWriterResultRecords, { UserId: 6 }).subscribe((records) =>
 *   records.forEach(({ urtTicketId, descriptorId }) => console.log(urtTicketId, descriptorId)),
 * );
 */
export const GetUserReportWriterResultRecords: Endpoint<
  GetUserReportWriterResultRecordsRequest,
  GetUserReportWriterResultRecordsReply
> = endpoint({
  name: 'GetUserReportWriterResultRecords',
  request: parameters,
  reply: listOf(ReportWriterResultRecord),
});
