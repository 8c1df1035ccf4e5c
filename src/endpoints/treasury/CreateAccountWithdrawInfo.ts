import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The product. */
    ProductId: IntegerInput,
    /** The address. */
    AccountIdentifier: TextInput,
    /** A name for it. */
    Name: TextInput,
  },
  oms,
);
/** What `CreateAccountWithdrawInfo` takes. @interface */
export type CreateAccountWithdrawInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Adds an address to those that an account may pay out to. It can be used once its owner has confirmed it by
 * `ConfirmWithdrawInfo`. A command; login needed, with the permission Operator or Withdraw. A refusal is a
 * `GatewayError`. `detail` is the id of the address, a GUID; `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, CreateAccountWithdrawInfo, {
 *   AccountId,
 *   ProductId: 1,
 *   AccountIdentifier: 'an address',
 *   Name: 'My wallet',
 * }).subscribe(({ detail }) => console.log(detail));
 */
export const CreateAccountWithdrawInfo: Endpoint<CreateAccountWithdrawInfoRequest, StandardResponse> =
  endpoint({
    name: 'CreateAccountWithdrawInfo',
    request: parameters,
    reply: fast(StandardResponse),
    isCommand: true,
  });
