import type * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { OrderState } from '../../codec/enums/OrderState.ts';
import { OrderType } from '../../codec/enums/OrderType.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { Side } from '../../codec/enums/Side.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const side = anyCase(
  recordOf(
    {
      /** The order system. */
      OMSId: Integer,
      /** Whether it is the bid, `Buy`, or the ask, `Sell`. */
      Side: openEnum('Side', Side),
      /** The id of this side of the quote. */
      OrderId: Long,
      /** Its price. */
      Price: Decimal,
      /** What remains to be filled. */
      Quantity: Decimal,
      /** The quantity that the book shows. */
      DisplayQuantity: Decimal,
      /** The id of the instrument; the key is not `InstrumentId` here. */
      Instrument: Integer,
      /** The id of the account; the key is not `AccountId` here. */
      Account: Integer,
      /** What kind of order it is. */
      OrderType: openEnum('OrderType', OrderType),
      /** The id that the sender gave it; 0 for none. */
      ClientOrderId: Long,
      /** Where it stands; `Working` as a rule. */
      OrderState: openEnum('OrderState', OrderState, { 'Fully Executed': 'FullyExecuted' }),
    },
    {},
  ),
);

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
/** What `GetOpenQuotes` takes. @interface */
export type GetOpenQuotesRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** The bid; `null` for none. */
      Bid: nullable(side),
      /** The ask; `null` for none. */
      Ask: nullable(side),
    },
    {},
  ),
);
/** What `GetOpenQuotes` answers. @useDeclaredType */
export type GetOpenQuotesReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells the open quote of an account on an instrument. A query; login needed, with the permission `Operator` or
 * `MarketMaker`. A refusal is a `GatewayError`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetOpenQuotes, { AccountId, InstrumentId: 1 }).subscribe(({ Bid, Ask }) =>
 *   console.log(Bid?.Price, Ask?.Price),
 * );
 */
export const GetOpenQuotes: Endpoint<GetOpenQuotesRequest, GetOpenQuotesReply> = endpoint({
  name: 'GetOpenQuotes',
  request: parameters,
  reply,
  read: readExactJson,
});
