import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { TransferRequestStatus } from '../enums/TransferRequestStatus.ts';
import { openNames } from '../enums/openNames.ts';

/** A request for funds: one user asks another for a transfer. */
export const TransferRequest = t.type(
  {
    /** When it was made, ISO 8601. */
    CreatedTimestamp: t.string,
    /** When it changed last, ISO 8601. */
    LastUpdateTimestamp: t.string,
    /** The order system. */
    OMSId: Integer,
    /** The operator of the exchange. */
    OperatorId: Integer,
    /** The id of the request. */
    RequestId: Integer,
    /** The code of the request, a GUID. */
    RequestCode: t.string,
    /** The name of the user who is asked to pay. */
    PayerUsername: t.string,
    /** The account that pays: the default one of that user. */
    PayerAccountId: Integer,
    /** The name of the user who asks. */
    RequestorUsername: t.string,
    /** The account that is paid: the default one of that user. */
    RequestorAccountId: Integer,
    /** The product. */
    ProductId: Integer,
    /** The name of the product. */
    ProductName: t.string,
    /** How much is asked for. */
    Amount: Decimal,
    /** What the user who asks wrote with it; empty for nothing. */
    Notes: t.string,
    /** Where it stands. */
    Status: openNames('TransferRequestStatus', TransferRequestStatus),
  },
  'TransferRequest',
);
/** What `Transfer` takes. @interface */
export type TransferRequest = Readonly<t.TypeOf<typeof TransferRequest>>;
