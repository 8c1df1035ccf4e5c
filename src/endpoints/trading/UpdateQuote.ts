import type * as t from 'io-ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { QuoteOutcome } from '../../codec/records/QuoteOutcome.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The instrument. */
    InstrumentId: LongInput,
    /** The order id of the bid. */
    BidQuoteId: IntegerInput,
    /** The new price of the bid. */
    Bid: DecimalInput,
    /** The new quantity of the bid. The exchange writes this key in another way than `CreateQuote` does. */
    BidQTY: DecimalInput,
    /** The order id of the ask. */
    AskQuoteId: IntegerInput,
    /** The new price of the ask. */
    Ask: DecimalInput,
    /** The new quantity of the ask. The exchange writes this key in another way than `CreateQuote` does. */
    AskQTY: DecimalInput,
  },
  oms,
);
/** What `UpdateQuote` takes. @interface */
export type UpdateQuoteRequest = t.TypeOf<typeof parameters>;

/**
 * Replaces both sides of a quote, which loses its place in the book. A command; login needed, with the permission
 * `Operator` or `MarketMaker`. A refusal is a `GatewayError`; where only one side is refused, the `result` of that
 * side is `false`.
 *
 * @example
 * request$(client, UpdateQuote, {
 *   AccountId,
 *   InstrumentId: 1,
 *   BidQuoteId: 6500,
 *   Bid: '28980.00',
 *   BidQTY: '0.10',
 *   AskQuoteId: 6501,
 *   Ask: '29020.00',
 *   AskQTY: '0.10',
 * }).subscribe(({ BidResult, AskResult }) => console.log(BidResult?.result, AskResult?.result));
 */
export const UpdateQuote: Endpoint<UpdateQuoteRequest, QuoteOutcome> = endpoint({
  name: 'UpdateQuote',
  request: parameters,
  reply: QuoteOutcome,
  isCommand: true,
});
