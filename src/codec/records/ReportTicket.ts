import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Integer } from '../scalars/Integer.ts';
import { listOf } from '../fast/listOf.ts';
import { Long } from '../scalars/Long.ts';
import { nullable } from '../scalars/nullable.ts';
import { openNames } from '../enums/openNames.ts';
import { recordOf } from '../fast/recordOf.ts';
import { ReportFlavor } from '../enums/ReportFlavor.ts';
import { ReportFrequency } from '../enums/ReportFrequency.ts';
import { ReportRequestStatus } from '../enums/ReportRequestStatus.ts';

const required = {
  /** The id of the user who asked for the report. */
  RequestingUser: Integer,
  /** The order system. */
  OMSId: Integer,
  /** What the report is about. */
  reportFlavor: openNames('ReportFlavor', ReportFlavor),
  /** When the ticket was made, ISO 8601. */
  createTime: t.string,
  /** When the report is written first, ISO 8601. */
  initialRunTime: t.string,
  /** From when the report tells, ISO 8601. */
  intervalStartTime: t.string,
  /** Until when the report tells, ISO 8601. */
  intervalEndTime: t.string,
  /** Where the report stands. There is something to download once it is `Completed`. */
  RequestStatus: openNames('ReportRequestStatus', ReportRequestStatus),
  /** How often the report is written; `onDemand` is once. */
  ReportFrequency: openNames('ReportFrequency', ReportFrequency),
  /** The time that the report spans, in units of 100 ns: 864000000000 is a day. */
  intervalDuration: Long,
  /** The id of the ticket: a GUID, on older gateways in base64. */
  RequestId: t.string,
  /** The id of the report written last; zeros or `null` where there is none. */
  lastInstanceId: nullable(t.string),
  /** The accounts that the report is about. */
  accountIds: listOf(Integer),
};

const record = recordOf(required, {}, 'ReportTicket');

/**
 * A report that was asked for, once or on a schedule. The file itself is in a `ReportWriterResultRecord`. The
 * keys are read without regard to case.
 */
export const ReportTicket = anyCase(record);
/** What the codec of this name reads. @interface */
export type ReportTicket = Readonly<t.TypeOf<typeof record>>;
