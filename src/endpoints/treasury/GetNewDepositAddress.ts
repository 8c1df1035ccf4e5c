import type * as t from 'io-ts';
import { DepositInfo } from '../../codec/records/DepositInfo.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The product. */
    ProductId: IntegerInput,
  },
  oms,
);
/** What `GetNewDepositAddress` takes. @interface */
export type GetNewDepositAddressRequest = t.TypeOf<typeof parameters>;

/**
 * Makes a new address that an account is paid in to, and lists all addresses, the new one last. A command; login
 * needed, with the permission Operator or Deposit. A refusal is a `GatewayError`. `errormsg` is `null` where nothing
 * is wrong.
 *
 * @example
 * request$(client, GetNewDepositAddress, { AccountId, ProductId: 3 }).subscribe(({ DepositInfo }) =>
 *   console.log((JSON.parse(DepositInfo) as readonly string[]).at(-1)),
 * );
 */
export const GetNewDepositAddress: Endpoint<GetNewDepositAddressRequest, DepositInfo> = endpoint({
  name: 'GetNewDepositAddress',
  request: parameters,
  reply: fast(DepositInfo),
  isCommand: true,
});
