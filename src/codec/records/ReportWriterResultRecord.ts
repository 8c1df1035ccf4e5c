import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Integer } from '../scalars/Integer.ts';
import { openEnum } from '../enums/openEnum.ts';
import { recordOf } from '../fast/recordOf.ts';
import { ReportWriterResultStatus } from '../enums/ReportWriterResultStatus.ts';

const required = {
  /** The id of the user who asked for the report. */
  RequestingUser: Integer,
  /** The ticket that the report was asked for with: its `RequestId`. */
  urtTicketId: t.string,
  /** The id of the file, which `DownloadDocument` takes. */
  descriptorId: t.string,
  /** How the writing ended. */
  resultStatus: openEnum('ReportWriterResultStatus', ReportWriterResultStatus),
  /** When the writing began, ISO 8601. */
  reportExecutionStartTime: t.string,
  /** When the writing ended, ISO 8601. */
  reportExecutionCompleteTime: t.string,
  /** The name of the file, with its path on the exchange's side. */
  reportOutputFilePathname: t.string,
};

const optional = {
  /** What the report is about, in words. */
  reportDescriptiveHeader: t.string,
  /** Where the file lies on the exchange's side. */
  ReportLocation: t.string,
};

const record = recordOf(required, optional, 'ReportWriterResultRecord');

/** A report that was written, and the id of its file. The keys are read without regard to case. */
export const ReportWriterResultRecord = anyCase(record);
/** What the codec of this name reads. @interface */
export type ReportWriterResultRecord = Readonly<t.TypeOf<typeof record>>;
