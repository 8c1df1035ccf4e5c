import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { QuoteOutcome } from '../../codec/records/QuoteOutcome.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The order id of the bid. */
    BidQuoteId: IntegerInput,
    /** The order id of the ask. */
    AskQuoteId: IntegerInput,
  },
  together(oms, {
    /**
     * The account of the quote.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
    /** The instrument of the quote. */
    InstrumentId: LongInput,
  }),
);
/** What `CancelQuote` takes. @interface */
export type CancelQuoteRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels both sides of a quote. A command; login needed, with the permission `Operator` or `MarketMaker`. A refusal
 * is a `GatewayError`; where only one side is refused, the `result` of that side is `false`.
 *
 * Success means that the exchange took the call: the quote ends by its events, or is gone from `GetOpenQuotes`.
 *
 * @example
 * request$(client, CancelQuote, { BidQuoteId: 6500, AskQuoteId: 6501 }).subscribe(({ BidResult, AskResult }) =>
 *   console.log(BidResult?.result, AskResult?.result),
 * );
 */
export const CancelQuote: Endpoint<CancelQuoteRequest, QuoteOutcome> = endpoint({
  name: 'CancelQuote',
  request: parameters,
  reply: QuoteOutcome,
  isCommand: true,
});
