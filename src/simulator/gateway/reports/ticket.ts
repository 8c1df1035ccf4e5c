import { isOnce, type Report, runsOf, statusOf, type Run, writingTime } from './report.ts';

const isoTime = (ms: number): string => new Date(ms).toISOString();
const ticksPerMs = 10_000n;
const noInstance = '00000000-0000-0000-0000-000000000000';

/** A report as its ticket. */
export const ticketOf = (report: Report, now: number) => ({
  RequestingUser: report.userId,
  OMSId: 1,
  reportFlavor: report.flavor,
  createTime: isoTime(report.createdAt),
  initialRunTime: isoTime(isOnce(report) ? report.createdAt : Math.max(report.createdAt, report.from)),
  intervalStartTime: isoTime(report.from),
  intervalEndTime: isoTime(report.until),
  RequestStatus: statusOf(report, now),
  ReportFrequency: report.frequency,
  intervalDuration: BigInt(report.until - report.from) * ticksPerMs,
  RequestId: report.id,
  lastInstanceId: (isOnce(report) ? undefined : runsOf(report, now)[0]?.id) ?? noInstance,
  accountIds: report.accountIds,
});

/** The name of the document of a run. */
export const documentName = ({ id, report }: Run): string => `${report.flavor}_${id}.csv`;

/** A run as the record of it. */
export const recordOf = (run: Run) => ({
  RequestingUser: run.report.userId,
  urtTicketId: run.report.id,
  descriptorId: run.id,
  resultStatus: 'SuccessComplete',
  reportExecutionStartTime: isoTime(run.writtenAt - writingTime),
  reportExecutionCompleteTime: isoTime(run.writtenAt),
  reportOutputFilePathname: `/reports/${run.report.userId}/${documentName(run)}`,
  reportDescriptiveHeader: `${run.report.flavor} of accounts ${run.report.accountIds.join(', ')}`,
  ReportLocation: `/reports/${run.report.userId}`,
});
