import type * as t from 'io-ts';
import { AccountInfo } from '../../codec/records/AccountInfo.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  together(oms, {
    /**
     * The account.
     *
     * @default the user's own, on the exchange's side
     */
    AccountId: IntegerInput,
  }),
);
/** What `GetAccountInfo` takes. @interface */
export type GetAccountInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Tells about one account. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountInfo, { AccountId }).subscribe(({ AccountName }) => console.log(AccountName));
 */
export const GetAccountInfo: Endpoint<GetAccountInfoRequest, AccountInfo> = endpoint({
  name: 'GetAccountInfo',
  request: parameters,
  reply: AccountInfo,
});
