import { guidOf } from './guid.ts';
import type { Report, Run } from './report.ts';

/** Where the reports of an exchange are asked for and kept. */
export interface ReportDesk {
  /** The reports of a user, oldest first. */
  readonly reportsOf: (userId: number) => readonly Report[];
  /** Takes a report; `undefined` where the user has too many. */
  readonly take: (asked: Omit<Report, 'id' | 'cancelledAt'>) => Report | undefined;
  /** Has a report written no more. */
  readonly cancel: (report: Report, at: number) => void;
  /** Forgets a report, and its documents with it. */
  readonly remove: (report: Report) => void;
  /** The document of a run; the last few are kept, the others written once more by `write`. */
  readonly documentOf: (run: Run, write: (run: Run) => Uint8Array) => Uint8Array;
}

/** The most reports that one user can have. */
const mostReports = 100;
const keptDocuments = 8;

/** The desk of a new exchange: no reports yet. */
export const createReportDesk = (): ReportDesk => {
  const reports = new Map<string, Report>();
  const documents = new Map<string, Uint8Array>();
  let taken = 0;
  const reportsOf = (userId: number): readonly Report[] =>
    [...reports.values()].filter((report) => report.userId === userId);
  return {
    reportsOf,
    take: (asked) => {
      if (reportsOf(asked.userId).length >= mostReports) return undefined;
      const report = { ...asked, id: guidOf(`report ${(taken += 1)}`), cancelledAt: undefined };
      reports.set(report.id, report);
      return report;
    },
    cancel: (report, at) => {
      reports.set(report.id, { ...report, cancelledAt: at });
    },
    remove: ({ id }) => {
      reports.delete(id);
    },
    documentOf: (run, write) => {
      const document = documents.get(run.id) ?? write(run);
      documents.delete(run.id);
      documents.set(run.id, document);
      const [oldest] = documents.keys();
      if (documents.size > keptDocuments && oldest !== undefined) documents.delete(oldest);
      return document;
    },
  };
};
