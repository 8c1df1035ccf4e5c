import * as t from 'io-ts';
import { enumNameInput } from '../../codec/inputs/enumNameInput.ts';
import { CountInput, IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { EpochMsInput } from '../../codec/inputs/EpochMsInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { Transaction } from '../../codec/records/Transaction.ts';
import { TransactionReferenceType } from '../../codec/enums/TransactionReferenceType.ts';
import { TransactionType } from '../../codec/enums/TransactionType.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  together(oms, {
    /**
     * The account.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
    /**
     * How many entries come at most.
     *
     * @default all, on the exchange's side
     */
    Depth: CountInput,
    /** Only entries in this product. */
    ProductId: IntegerInput,
    /** Only this entry. */
    TransactionId: LongInput,
    /** Only entries about the trade, deposit or withdrawal with this id. */
    ReferenceId: LongInput,
    /** Only entries of these kinds. They are sent by name, as their numbers are not the same on all gateways. */
    TransactionTypes: t.readonlyArray(
      enumNameInput(TransactionType, 'MarginRelinquish'),
      'a list of names out of TransactionType',
    ),
    /** Only entries that refer to these kinds of things; sent by name as well. */
    TransactionReferenceTypes: t.readonlyArray(
      enumNameInput(TransactionReferenceType, 'MarginQuoteHold'),
      'a list of names out of TransactionReferenceType',
    ),
    /** Only entries since then, in milliseconds since 1970. */
    StartTimestamp: EpochMsInput,
    /** Only entries until then, in milliseconds since 1970. The exchange writes this key with a capital S. */
    EndTimeStamp: EpochMsInput,
  }),
);
/** What `GetAccountTransactions` takes. @interface */
export type GetAccountTransactionsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the entries in the ledger of an account. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountTransactions, {
 *   AccountId,
 *   TransactionReferenceTypes: ['Deposit', 'Withdraw'],
 * }).subscribe((transactions) => transactions.forEach(({ CR, DR }) => console.log(CR - DR)));
 */
export const GetAccountTransactions: Endpoint<GetAccountTransactionsRequest, readonly Transaction[]> =
  endpoint({
    name: 'GetAccountTransactions',
    request: parameters,
    reply: listOf(Transaction),
    read: readExactJson,
  });
