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
/** What `GetAccountDepositTransactions` takes. @interface */
export type GetAccountDepositTransactionsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the entries in the ledger of an account that are about deposits. A query; login needed, with the permission
 * Trading or AccountReadOnly. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountDepositTransactions, { AccountId, Depth: 20 }).subscribe((entries) =>
 *   entries.forEach(({ ProductId, CR }) => console.log(ProductId, CR)),
 * );
 */
export const GetAccountDepositTransactions: Endpoint<
  GetAccountDepositTransactionsRequest,
  readonly Transaction[]
> = endpoint({
  name: 'GetAccountDepositTransactions',
  request: parameters,
  reply: listOf(Transaction),
  read: readExactJson,
});
