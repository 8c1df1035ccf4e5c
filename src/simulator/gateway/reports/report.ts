/** What a report tells of its accounts. */
export type ReportFlavor = 'TradeActivity' | 'Transaction' | 'Treasury' | 'ProductDelta' | 'ProfitAndLoss';

/** A report that was asked for, to be written once, or again and again. Times are in epoch milliseconds. */
export interface Report {
  /** A GUID. */
  readonly id: string;
  readonly userId: number;
  readonly flavor: ReportFlavor;
  readonly accountIds: readonly number[];
  readonly createdAt: number;
  /** From when it tells; the first time, where there are several. */
  readonly from: number;
  /** Until when it tells; the first time, where there are several. */
  readonly until: number;
  /** How often it is written, as the exchange says it. */
  readonly frequency: string;
  readonly cancelledAt: number | undefined;
}

/** One writing of a report, which makes one document. */
export interface Run {
  /** The id of the document, a GUID. */
  readonly id: string;
  readonly report: Report;
  readonly from: number;
  readonly until: number;
  readonly writtenAt: number;
}

/** How long a report lies before it is begun, in milliseconds. */
const patience = 1_000;
/** How long the writing takes, in milliseconds. */
export const writingTime = 1_000;
/** Of a report that is written again and again, so many documents are kept. */
const keptRuns = 100;

/** Whether a report is written once. */
export const isOnce = ({ frequency }: Report): boolean => frequency === 'onDemand';

/** Where a report stands. */
export const statusOf = (report: Report, now: number): string => {
  if (report.cancelledAt !== undefined) return 'UserCancelled';
  if (now < report.createdAt + patience) return 'Submitted';
  if (!isOnce(report)) return 'Scheduled';
  return now < report.createdAt + patience + writingTime ? 'InProgress' : 'Completed';
};

/** The id of a document is that of its report, its last twelve digits replaced by the number of the run. */
const headOf = (id: string): string => id.slice(0, -12);
const documentId = ({ id }: Report, index: number): string =>
  headOf(id) + index.toString(16).padStart(12, '0');

const runOf = (report: Report, index: number): Run => {
  const shift = index * (report.until - report.from);
  const ready = report.createdAt + patience + writingTime;
  const until = report.until + shift;
  return {
    id: documentId(report, index),
    report,
    from: report.from + shift,
    until,
    writtenAt: isOnce(report) ? ready : Math.max(ready, until + writingTime),
  };
};

const isWritten = ({ writtenAt, report }: Run, now: number): boolean =>
  writtenAt <= Math.min(now, report.cancelledAt ?? now);

/** What was written of a report by now, newest first. */
export const runsOf = (report: Report, now: number): readonly Run[] => {
  const end = Math.min(now, report.cancelledAt ?? now);
  const over = (end - report.from) / (report.until - report.from);
  const last = isOnce(report) ? 0 : Math.max(0, Math.floor(over));
  const first = Math.max(0, last - keptRuns);
  return Array.from({ length: last - first + 1 }, (_, index) => runOf(report, last - index))
    .filter((run) => isWritten(run, now))
    .slice(0, keptRuns);
};

/** The run of one of these reports that has written a document. */
export const findRun = (reports: readonly Report[], documentOf: string, now: number): Run | undefined =>
  reports
    .filter(({ id }) => headOf(id) === headOf(documentOf))
    .flatMap((report) => runsOf(report, now))
    .find(({ id }) => id === documentOf);
