import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { Flag } from '../../codec/scalars/Flag.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The product. */
    ProductId: IntegerInput,
    /** How much is asked for. */
    Amount: DecimalInput,
    /** A note; it may be empty, but not left out. */
    Notes: TextInput,
    /** The name or the e-mail address of the user who gets the request and is to pay. */
    ReceiverUsername: TextInput,
  },
  oms,
);
/** What `RequestTransferFunds` takes. @interface */
export type RequestTransferFundsRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the exchange took the call. */
      result: Flag,
      /** The code of the request, a GUID. */
      requestcode: t.string,
    },
    {},
  ),
);
/** What `RequestTransferFunds` answers. @useDeclaredType */
export type RequestTransferFundsReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Asks another user for a transfer. A command; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, RequestTransferFunds, {
 *   ProductId: 1,
 *   Amount: '5.00',
 *   Notes: 'For lunch',
 *   ReceiverUsername: 'someone',
 * }).subscribe(({ requestcode }) => console.log(requestcode));
 */
export const RequestTransferFunds: Endpoint<RequestTransferFundsRequest, RequestTransferFundsReply> =
  endpoint({
    name: 'RequestTransferFunds',
    request: parameters,
    reply,
    isCommand: true,
  });
