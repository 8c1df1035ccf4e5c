import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OrderType } from '../../codec/enums/OrderType.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { Side } from '../../codec/enums/Side.ts';
import { TicksInput } from '../../codec/inputs/TicksInput.ts';
import { TimeInForce } from '../../codec/enums/TimeInForce.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** 0: the exchange numbers the offer. */
    QuoteId: LongInput,
    /** Your own id for the offer; 0 for none. */
    ClientQuoteId: LongInput,
    /** 0: the exchange puts in when it received the offer. */
    ReceiveTimeUtcTicks: TicksInput,
    /** The account. */
    AccountId: IntegerInput,
    /** The product. */
    ProductId: IntegerInput,
    /** For how many days. */
    Term: IntegerInput,
    /** What kind of order it is. */
    OrderType: enumInput(OrderType),
    /** Whether to borrow or to lend; which side is which is not documented. */
    Side: enumInput(Side),
    /** How long the offer stays. */
    Tif: enumInput(TimeInForce),
    /** How much. */
    Quantity: DecimalInput,
    /** The interest for a day. */
    Rate: DecimalInput,
    /** When the offer ends, in milliseconds since 1970. */
    OrderExpirationDateTime: EpochMsInput,
    /** The user who makes the offer. */
    EnteredBy: IntegerInput,
  },
  oms,
);
/** What `SendMarginQuote` takes. @interface */
export type SendMarginQuoteRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** `Accepted` or `Rejected`. */
      Status: nullable(t.string),
    },
    {
      /** Why it is rejected; empty or `null` otherwise. */
      errormsg: nullable(t.string),
      /** 0 where nothing is wrong. */
      errorcode: Integer,
      /** The exchange's id of the offer. */
      MarginQuoteId: Long,
    },
  ),
);
/** What `SendMarginQuote` answers. @useDeclaredType */
export type SendMarginQuoteReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Offers to borrow or to lend a product. A command; login needed, with the permission `Operator` or `Trading`. An
 * offer that the exchange rejects is a value, not an error: look at `Status`. A `GatewayError` is a refusal before
 * that. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, SendMarginQuote, {
 *   QuoteId: 0,
 *   ClientQuoteId: 0,
 *   ReceiveTimeUtcTicks: 0,
 *   AccountId,
 *   ProductId: 1,
 *   Term: 30,
 *   OrderType: 'Limit',
 *   Side: 'Buy',
 *   Tif: 'GTC',
 *   Quantity: '1.00',
 *   Rate: '0.0001',
 *   OrderExpirationDateTime: 0,
 *   EnteredBy: 96,
 * }).subscribe(({ Status, MarginQuoteId }) => console.log(Status, MarginQuoteId));
 */
export const SendMarginQuote: Endpoint<SendMarginQuoteRequest, SendMarginQuoteReply> = endpoint({
  name: 'SendMarginQuote',
  request: parameters,
  reply,
  read: readExactJson,
  isCommand: true,
});
