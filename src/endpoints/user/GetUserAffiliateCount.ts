import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
  },
  oms,
);
/** What `GetUserAffiliateCount` takes. @interface */
export type GetUserAffiliateCountRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** How many they are. */
  Count: Integer,
});
/** What `GetUserAffiliateCount` answers. @interface */
export type GetUserAffiliateCountReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Counts the users whom a user has referred. A query; login needed, with the permission `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserAffiliateCount, { UserId: 96 }).subscribe(({ Count }) => console.log(Count));
 */
export const GetUserAffiliateCount: Endpoint<GetUserAffiliateCountRequest, GetUserAffiliateCountReply> =
  endpoint({
    name: 'GetUserAffiliateCount',
    request: parameters,
    reply: fast(reply),
  });
