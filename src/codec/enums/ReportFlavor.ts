import type { OpenName } from './openNames.ts';

/** What a report is about. A report on transactions is `Transaction` or `TransactionActivity`. No numbers are known. */
export const ReportFlavor = {
  TradeActivity: 'TradeActivity',
  TransactionActivity: 'TransactionActivity',
  Transaction: 'Transaction',
  Treasury: 'Treasury',
  ProductDelta: 'ProductDelta',
  ProfitAndLoss: 'ProfitAndLoss',
} as const;

/** A name out of {@link ReportFlavor}, as the exchange writes it; the list is open. */
export type ReportFlavor = OpenName<typeof ReportFlavor>;
