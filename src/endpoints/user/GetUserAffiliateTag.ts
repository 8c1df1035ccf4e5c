import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  together(oms, {
    /**
     * The user.
     *
     * @default the one who is logged in
     */
    UserId: IntegerInput,
  }),
);
/** What `GetUserAffiliateTag` takes. @interface */
export type GetUserAffiliateTagRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** The order system of the user. */
  OMSId: Integer,
  /** The user. */
  UserId: Integer,
  /** The affiliate id of the user. */
  AffiliateId: Integer,
  /** The tag; no two users have the same. */
  AffiliateTag: t.string,
});
/** What `GetUserAffiliateTag` answers. @interface */
export type GetUserAffiliateTagReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells the tag by which a user refers others. A query; login needed, with the permission `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserAffiliateTag, {}).subscribe(({ AffiliateTag }) => console.log(AffiliateTag));
 */
export const GetUserAffiliateTag: Endpoint<GetUserAffiliateTagRequest, GetUserAffiliateTagReply> = endpoint({
  name: 'GetUserAffiliateTag',
  request: parameters,
  reply: fast(reply),
});
