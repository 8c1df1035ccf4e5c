import type * as t from 'io-ts';
import { BooleanInput } from '../../codec/inputs/BooleanInput.ts';
import { DepositInfo } from '../../codec/records/DepositInfo.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The product. */
    ProductId: IntegerInput,
  },
  together(oms, {
    /** Only addresses of this provider. */
    AccountProviderId: IntegerInput,
    /**
     * Whether a new address is made in any case.
     *
     * @default false, on the exchange's side
     */
    GenerateNewKey: BooleanInput,
  }),
);
/** What `GetDepositInfo` takes. @interface */
export type GetDepositInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Tells where an account is paid in to. A command, for an account that has no address yet gets one, and so does any
 * with `GenerateNewKey`; login needed, with the permission Operator or Deposit. A refusal is a `GatewayError`.
 * `errormsg` is `null` where nothing is wrong.
 *
 * @example
 * request$(client, GetDepositInfo, { AccountId, ProductId: 3 }).subscribe(({ DepositInfo }) =>
 *   console.log(JSON.parse(DepositInfo)),
 * );
 */
export const GetDepositInfo: Endpoint<GetDepositInfoRequest, DepositInfo> = endpoint({
  name: 'GetDepositInfo',
  request: parameters,
  reply: fast(DepositInfo),
  isCommand: true,
});
