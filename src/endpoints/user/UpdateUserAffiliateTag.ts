import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The affiliate id of the user. */
    AffiliateId: IntegerInput,
    /** The new tag; no two users have the same. */
    AffiliateTag: TextInput,
  },
  together(oms, {
    /**
     * The user.
     *
     * @default the one who is logged in
     */
    UserId: IntegerInput,
  }),
);
/** What `UpdateUserAffiliateTag` takes. @interface */
export type UpdateUserAffiliateTagRequest = t.TypeOf<typeof parameters>;

/**
 * Replaces the tag by which a user refers others. A command; login needed, with the permission `Operator` or
 * `Trading`. A refusal, such as of a tag in use, is a `GatewayError`.
 *
 * @example
 * request$(client, UpdateUserAffiliateTag, { AffiliateId: 7, AffiliateTag: 'newtag' }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const UpdateUserAffiliateTag: Endpoint<UpdateUserAffiliateTagRequest, StandardResponse> = endpoint({
  name: 'UpdateUserAffiliateTag',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
