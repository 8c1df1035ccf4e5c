import * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
    /** The account. */
    AccountId: IntegerInput,
    /** The id that its sender gave the offer; 0 for none. */
    ClientMarginQuoteId: LongInput,
    /** The exchange's id of the offer. */
    MarginQuoteId: LongInput,
    /** The user who made the offer. */
    EnteredBy: IntegerInput,
  },
  oms,
);
/** What `CancelMarginQuote` takes. @interface */
export type CancelMarginQuoteRequest = t.TypeOf<typeof parameters>;

/** What `CancelMarginQuote` answers: handed on unread, as no venue documents it. */
export type CancelMarginQuoteReply = unknown;

/**
 * Takes back an offer to borrow or to lend. A command; login needed, with the permission `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * The reference knows of no reply. Whatever comes is handed on as it is; where nothing comes, the call ends with a
 * `RequestTimeout` although the exchange may have acted.
 *
 * @example
 * request$(client, CancelMarginQuote, {
 *   ProductId: 1,
 *   AccountId,
 *   ClientMarginQuoteId: 0,
 *   MarginQuoteId: 12,
 *   EnteredBy: 96,
 * }).subscribe({ complete: () => console.log('taken back') });
 */
export const CancelMarginQuote: Endpoint<CancelMarginQuoteRequest, CancelMarginQuoteReply> = endpoint({
  name: 'CancelMarginQuote',
  request: parameters,
  reply: t.unknown,
  isCommand: true,
});
