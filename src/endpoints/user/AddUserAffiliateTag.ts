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
    /** The tag; no two users have the same. */
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
/** What `AddUserAffiliateTag` takes. @interface */
export type AddUserAffiliateTagRequest = t.TypeOf<typeof parameters>;

/**
 * Gives a user a tag to refer others by. A command; login needed, with the permission `Operator` or `Trading`. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, AddUserAffiliateTag, { AffiliateTag: 'mytag' }).subscribe(({ result }) => console.log(result));
 */
export const AddUserAffiliateTag: Endpoint<AddUserAffiliateTagRequest, StandardResponse> = endpoint({
  name: 'AddUserAffiliateTag',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
