import type { OpenEnum } from './openEnum.ts';

/** How the writing of a report ended. */
export const ReportWriterResultStatus = {
  NotStarted: 0,
  NotComplete: 1,
  ErrorComplete: 2,
  SuccessComplete: 3,
  Cancelled: 4,
} as const;

/** A name out of {@link ReportWriterResultStatus}, as the exchange writes it; the list is open. */
export type ReportWriterResultStatus = OpenEnum<typeof ReportWriterResultStatus>;
