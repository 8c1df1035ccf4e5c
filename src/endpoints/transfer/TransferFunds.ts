import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { absent } from '../../codec/inputs/absent.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { withFields } from '../../codec/inputs/withFields.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferFields } from './transferFields.ts';

const NoUser = absent('as an account is given');

const transfer = request(transferFields.required, transferFields.optional);

const toAccount = withFields(
  transfer,
  {
    /** The account that is paid. */
    ReceiverAccountId: IntegerInput,
  },
  {
    /** Left out: the account says it. */
    ReceiverUsername: NoUser,
  },
);

const toUser = withFields(
  transfer,
  {
    /** The name or the e-mail address of the user who is paid. */
    ReceiverUsername: TextInput,
  },
  {},
);

const parameters = requestBy(({ ReceiverAccountId, ReceiverUsername }) =>
  ReceiverAccountId === undefined && ReceiverUsername !== undefined ? toUser : toAccount,
);
/** What `TransferFunds` takes. @useDeclaredType */
export type TransferFundsRequest = t.TypeOf<typeof parameters>;

/**
 * Pays out of one account into another, which is named by its id or by its user. A command; login needed, with the
 * permission Operator or Trading. A refusal is a `GatewayError`. `detail` may be the transfer as JSON text; `errormsg`
 * is `null` where nothing is wrong. With a second factor on, the exchange waits for `Authenticate2FA` before it pays.
 *
 * @example
 * request$(client, TransferFunds, {
 *   SenderAccountId: 1,
 *   ReceiverAccountId: 10,
 *   ProductId: 1,
 *   Amount: '100.00',
 *   Notes: '',
 *   UniqueClientTransactionId: 'rent of May',
 * }).subscribe(({ detail }) => console.log(detail));
 */
export const TransferFunds: Endpoint<TransferFundsRequest, StandardResponse> = endpoint({
  name: 'TransferFunds',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
