import type * as t from 'io-ts';
import { TransferRequestAnswer } from '../../codec/records/TransferRequestAnswer.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { transferRequestCode } from './transferRequestCode.ts';

/** What `RejectRequestTransferFunds` takes. @interface */
export type RejectRequestTransferFundsRequest = t.TypeOf<typeof transferRequestCode>;

/**
 * Refuses to pay what another user has asked for. A command; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`, with the code 100 where the request was answered already. Of the reply `errormsg` and
 * `detail` are empty or `null`, or not there, where nothing is wrong.
 *
 * @example
 * request$(client, RejectRequestTransferFunds, {
 *   OperatorId: 1,
 *   RequestCode: '3c96533a-e2eb-4a6b-a240-8269738ca3c3',
 * }).subscribe(({ result }) => console.log(result));
 */
export const RejectRequestTransferFunds: Endpoint<RejectRequestTransferFundsRequest, TransferRequestAnswer> =
  endpoint({
    name: 'RejectRequestTransferFunds',
    request: transferRequestCode,
    reply: TransferRequestAnswer,
    isCommand: true,
  });
