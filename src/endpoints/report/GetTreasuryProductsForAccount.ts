import * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetTreasuryProductsForAccount` takes. @interface */
export type GetTreasuryProductsForAccountRequest = t.TypeOf<typeof parameters>;
/** What `GetTreasuryProductsForAccount` answers: symbols of products. */
export type GetTreasuryProductsForAccountReply = readonly string[];

/**
 * Lists the symbols of the products that an account can pay in and out; one that has several providers comes several
 * times. A query; login needed, with the permission Operator, Trading, Withdraw or Deposit. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, GetTreasuryProductsForAccount, { AccountId }).subscribe(console.log); // ['ETH', 'BTC']
 */
export const GetTreasuryProductsForAccount: Endpoint<
  GetTreasuryProductsForAccountRequest,
  GetTreasuryProductsForAccountReply
> = endpoint({
  name: 'GetTreasuryProductsForAccount',
  request: parameters,
  reply: listOf(t.string),
});
