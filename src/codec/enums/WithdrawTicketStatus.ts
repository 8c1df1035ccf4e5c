import type { OpenEnum } from './openEnum.ts';

/** Where a withdrawal stands. */
export const WithdrawTicketStatus = {
  New: 0,
  AdminProcessing: 1,
  Accepted: 2,
  Rejected: 3,
  SystemProcessing: 4,
  FullyProcessed: 5,
  Failed: 6,
  Pending: 7,
  Pending2Fa: 8,
  AutoAccepted: 9,
  Delayed: 10,
  UserCanceled: 11,
  AdminCanceled: 12,
  AmlProcessing: 13,
  AmlAccepted: 14,
  AmlRejected: 15,
  AmlFailed: 16,
  LimitsAccepted: 17,
  LimitsRejected: 18,
  Submitted: 19,
  Confirmed: 20,
  ManuallyConfirmed: 21,
  Confirmed2Fa: 22,
} as const;

/** A name out of {@link WithdrawTicketStatus}, as the exchange writes it; the list is open. */
export type WithdrawTicketStatus = OpenEnum<typeof WithdrawTicketStatus>;
