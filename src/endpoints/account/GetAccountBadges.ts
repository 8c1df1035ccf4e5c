import type * as t from 'io-ts';
import { AccountBadge } from '../../codec/records/AccountBadge.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountBadges` takes. @interface */
export type GetAccountBadgesRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the badges of an account: names by which other parties name it in block trades. A query; login needed, with
 * the permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetAccountBadges, { AccountId }).subscribe((badges) =>
 *   badges.forEach(({ Badge, Active }) => console.log(Badge, Active)),
 * );
 */
export const GetAccountBadges: Endpoint<GetAccountBadgesRequest, readonly AccountBadge[]> = endpoint({
  name: 'GetAccountBadges',
  request: parameters,
  reply: listOf(AccountBadge),
});
