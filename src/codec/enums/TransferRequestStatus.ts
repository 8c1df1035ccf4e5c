import type { OpenName } from './openNames.ts';

/** Where a request for funds stands. No numbers are known. */
export const TransferRequestStatus = {
  Requested: 'Requested',
  TransferCompleted: 'TransferCompleted',
  PayerRejected: 'PayerRejected',
} as const;

/** A name out of {@link TransferRequestStatus}, as the exchange writes it; the list is open. */
export type TransferRequestStatus = OpenName<typeof TransferRequestStatus>;
