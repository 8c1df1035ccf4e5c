import type { OpenName } from './openNames.ts';

/** Where a report stands. `UserCancelPending` and `UserCancelledPending` are the same. No numbers are known. */
export const ReportRequestStatus = {
  Submitted: 'Submitted',
  Validating: 'Validating',
  Scheduled: 'Scheduled',
  InProgress: 'InProgress',
  Completed: 'Completed',
  Aborting: 'Aborting',
  Aborted: 'Aborted',
  UserCancelled: 'UserCancelled',
  SysRetired: 'SysRetired',
  UserCancelledPending: 'UserCancelledPending',
  UserCancelPending: 'UserCancelPending',
  Pending: 'Pending',
} as const;

/** A name out of {@link ReportRequestStatus}, as the exchange writes it; the list is open. */
export type ReportRequestStatus = OpenName<typeof ReportRequestStatus>;
