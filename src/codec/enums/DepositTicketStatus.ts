import type { OpenEnum } from './openEnum.ts';

/** Where a deposit stands. */
export const DepositTicketStatus = {
  New: 0,
  AdminProcessing: 1,
  Accepted: 2,
  Rejected: 3,
  SystemProcessing: 4,
  FullyProcessed: 5,
  Failed: 6,
  Pending: 7,
  Confirmed: 8,
  AmlProcessing: 9,
  AmlAccepted: 10,
  AmlRejected: 11,
  AmlFailed: 12,
  LimitsAccepted: 13,
  LimitsRejected: 14,
} as const;

/** A name out of {@link DepositTicketStatus}, as the exchange writes it; the list is open. */
export type DepositTicketStatus = OpenEnum<typeof DepositTicketStatus>;
