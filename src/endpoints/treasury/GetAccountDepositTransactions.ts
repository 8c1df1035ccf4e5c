import * as t from 'io-ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { together } from '../../codec/together.ts';
import { Transaction } from '../../codec/Transaction.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../exactJson.ts';

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
 * request$(client, GetAccountDepositTransactions, { AccountId: 7, Depth: 20 }).subscribe((entries) =>
 *   entries.forEach(({ ProductId, CR }) => console.log(ProductId, CR)),
 * );
 */
export const GetAccountDepositTransactions: Endpoint<
  GetAccountDepositTransactionsRequest,
  readonly Transaction[]
> = endpoint({
  name: 'GetAccountDepositTransactions',
  request: parameters,
  reply: fast(t.readonlyArray(Transaction)),
  read: readExactJson,
});
