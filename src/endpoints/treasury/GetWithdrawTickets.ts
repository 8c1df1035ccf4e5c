import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { WithdrawTicket } from '../../codec/records/WithdrawTicket.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** Only withdrawals of this product. */
    ProductId: IntegerInput,
    /**
     * How many tickets come at most.
     *
     * @default all, on the exchange's side
     */
    Limit: IntegerInput,
    /** How many tickets are passed over; 0 is the newest. */
    StartIndex: IntegerInput,
  }),
);
/** What `GetWithdrawTickets` takes. @interface */
export type GetWithdrawTicketsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the withdrawals of an account, the newest first. A query; login needed, with the permission Operator or
 * Trading. A refusal is a `GatewayError`. `RejectReason` is `null` unless a withdrawal was rejected. A page shorter
 * than `Limit` is the last.
 *
 * @example
 * request$(client, GetWithdrawTickets, { OperatorId: 1, AccountId, Limit: 20 }).subscribe((tickets) =>
 *   tickets.forEach(({ TicketNumber, Status }) => console.log(TicketNumber, Status)),
 * );
 */
export const GetWithdrawTickets: Endpoint<GetWithdrawTicketsRequest, readonly WithdrawTicket[]> = endpoint({
  name: 'GetWithdrawTickets',
  request: parameters,
  reply: listOf(WithdrawTicket),
  read: readExactJson,
});
