import type * as t from 'io-ts';
import { AccountBadge } from '../../codec/records/AccountBadge.ts';
import { fast } from '../../codec/fast/fast.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The badge. */
    Badge: TextInput,
  },
  oms,
);
/** What `GetBadgeAccount` takes. @interface */
export type GetBadgeAccountRequest = t.TypeOf<typeof parameters>;

/**
 * Tells which account a badge belongs to. A query; login needed, with the permission `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetBadgeAccount, { Badge: 'someone' }).subscribe(({ AccountId }) => console.log(AccountId));
 */
export const GetBadgeAccount: Endpoint<GetBadgeAccountRequest, AccountBadge> = endpoint({
  name: 'GetBadgeAccount',
  request: parameters,
  reply: fast(AccountBadge),
});
