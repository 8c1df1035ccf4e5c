import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';
import { Ticks } from '../scalars/Ticks.ts';

const required = {
  /** The id of the transfer. */
  TransferId: Integer,
  /** The account that paid. */
  SenderAccountId: Integer,
  /** The name of the user who paid. */
  SenderUserName: t.string,
  /** The account that was paid. */
  ReceiverAccountId: Integer,
  /** The name of the user who was paid. */
  ReceiverUserName: t.string,
  /** The product. */
  ProductId: Integer,
  /** How much was transferred. */
  Amount: Decimal,
  /** What the sender wrote with it; empty for nothing. */
  Notes: t.string,
  /** The order system. */
  OMSId: Integer,
  /** Why it was made: `User` where a user sent it. */
  Reason: t.string,
  /** Where it stands: `Accepted`, `Pending`, `Rejected`, `Canceled` or `Failed`; the list is open. */
  TransferState: t.string,
  /** When it was made, in ticks. */
  CreatedTimeInTicks: Ticks,
  /** When it changed last, in ticks: the greater, the newer. */
  LastUpdatedTimeInTicks: Ticks,
  /** The id that the sender gave it, so that it is not made twice; empty for none. */
  UniqueClientTransactionId: t.string,
  /** The invoice that it pays; 0, as it is not in use yet. */
  InvoiceId: Integer,
  /** `Amount` in the notional product. */
  NotionalValue: Decimal,
  /** The product that values are given in; 0 for none. */
  NotionalProductId: Integer,
};

const optional = {
  /** The same as `LastUpdatedTimeInTicks`, in the spelling of the vendor's table; not seen on the wire. */
  LastUpdatedInTimeTicks: Ticks,
};

/** A transfer from one account to another. */
export const Transfer = recordOf(required, optional, 'Transfer');
export type Transfer = Readonly<t.TypeOf<typeof Transfer>>;
