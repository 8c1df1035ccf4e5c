import type { DecimalInput } from './decimal.ts';

/** ModifyOrder. */
export interface ModifyRequest {
  readonly AccountId?: DecimalInput | undefined;
  readonly InstrumentId?: DecimalInput | undefined;
  readonly OrderId?: DecimalInput | undefined;
  /** What is to remain of the order: less than what does now. */
  readonly Quantity?: DecimalInput | undefined;
}
