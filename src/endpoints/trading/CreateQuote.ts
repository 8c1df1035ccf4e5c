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
    /** The price of the bid. */
    Bid: DecimalInput,
    /** The quantity of the bid. */
    BidQty: DecimalInput,
    /** The price of the ask. */
    Ask: DecimalInput,
    /** The quantity of the ask. */
    AskQty: DecimalInput,
  },
  oms,
);
/** What `CreateQuote` takes. @interface */
export type CreateQuoteRequest = t.TypeOf<typeof parameters>;

/**
 * Quotes an instrument: a bid and an ask at once, both of which can be executed. Retail users cannot quote. A
 * command; login needed, with the permission `Operator` or `MarketMaker`. A refusal is a `GatewayError`; where only
 * one side is refused, the `result` of that side is `false`.
 *
 * @example
 * request$(client, CreateQuote, {
 *   AccountId,
 *   InstrumentId: 1,
 *   Bid: '28990.00',
 *   BidQty: '0.10',
 *   Ask: '29010.00',
 *   AskQty: '0.10',
 * }).subscribe(({ BidResult, AskResult }) => console.log(BidResult?.result, AskResult?.result));
 */
export const CreateQuote: Endpoint<CreateQuoteRequest, QuoteOutcome> = endpoint({
  name: 'CreateQuote',
  request: parameters,
  reply: QuoteOutcome,
  isCommand: true,
});
