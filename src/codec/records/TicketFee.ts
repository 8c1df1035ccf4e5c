import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The fee, in the product that is paid in or out. */
  FeeAmount: Decimal,
};

const optional = {
  /** The amount that was asked about. */
  TicketAmount: Decimal,
  /** What became of the question, such as `Fee calculated successfully`, on older gateways. */
  message: t.string,
};

/** What one deposit or withdrawal costs. */
export const TicketFee = recordOf(required, optional, 'TicketFee');
export type TicketFee = Readonly<t.TypeOf<typeof TicketFee>>;
