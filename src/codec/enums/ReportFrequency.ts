import type { OpenName } from './openNames.ts';

/** How often a report is written. The numbers are not the same on all gateways, so names are sent. */
export const ReportFrequency = {
  onDemand: 'onDemand',
  Hourly: 'Hourly',
  Daily: 'Daily',
  Weekly: 'Weekly',
  Monthly: 'Monthly',
  Annually: 'Annually',
} as const;

/** A name out of {@link ReportFrequency}, as the exchange writes it; the list is open. */
export type ReportFrequency = OpenName<typeof ReportFrequency>;
