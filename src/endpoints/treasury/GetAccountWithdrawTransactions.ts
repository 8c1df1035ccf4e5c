import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { Transaction } from '../../codec/records/Transaction.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** How many entries come at most. */
    Depth: IntegerInput,
  }),
);
/** What `GetAccountWithdrawTransactions` takes. @interface */
export type GetAccountWithdrawTransactionsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the entries in the ledger of an account that are about withdrawals. A query; login needed, with the permission
 * Trading or AccountReadOnly. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountWithdrawTransactions, { AccountId, Depth: 20 }).subscribe((entries) =>
 *   entries.forEach(({ ProductId, DR }) => console.log(ProductId, DR)),
 * );
 */
export const GetAccountWithdrawTransactions: Endpoint<
  GetAccountWithdrawTransactionsRequest,
  readonly Transaction[]
> = endpoint({
  name: 'GetAccountWithdrawTransactions',
  request: parameters,
  reply: listOf(Transaction),
  read: readExactJson,
});
