import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferFields } from './transferFields.ts';

const transfer = request(
  together(transferFields.required, {
    /** The account that is paid. */
    ReceiverAccountId: IntegerInput,
  }),
  transferFields.optional,
);

const parameters = listInput(transfer);
/** What `BatchTransfer` takes. @useDeclaredType */
export type BatchTransferRequest = t.TypeOf<typeof parameters>;

/**
 * Makes several transfers with one call, each as `TransferFunds` would. A command; login needed, with the permission
 * Operator or Trading. A refusal is a `GatewayError`. Success does not prove that any transfer was made: `detail` says
 * `Success=True` of each, even where the funds did not suffice. `errormsg` is empty or `null` where nothing is wrong.
 *
 * @example
 * request$(client, BatchTransfer, [
 *   { SenderAccountId: 1, ReceiverAccountId: 10, ProductId: 1, Amount: '5.00', Notes: '' },
 *   { SenderAccountId: 1, ReceiverAccountId: 11, ProductId: 1, Amount: '7.00', Notes: '' },
 * ]).subscribe(({ detail }) => console.log(detail));
 */
export const BatchTransfer: Endpoint<BatchTransferRequest, StandardResponse> = endpoint({
  name: 'BatchTransfer',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
