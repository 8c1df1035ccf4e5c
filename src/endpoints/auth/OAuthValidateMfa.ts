import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The six digits that the user's app shows, as a number here. */
    Code: IntegerInput,
  },
  {},
);
/** What `OAuthValidateMfa` takes. @interface */
export type OAuthValidateMfaRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** Whether the code was accepted. */
    OAuthValidateMfa: t.boolean,
  },
  {
    /** Why not; empty or `null` otherwise. */
    errormsg: nullable(t.string),
  },
);
/** What `OAuthValidateMfa` answers. @interface */
export type OAuthValidateMfaReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Gives the second factor of a login that `OAuthAuthenticateUser` began. A query; no login needed. A refused code is
 * a value, not an error: `OAuthValidateMfa` is `false`.
 *
 * @example
 * request$(client, OAuthValidateMfa, { Code: 123456 }).subscribe(({ OAuthValidateMfa }) =>
 *   console.log(OAuthValidateMfa),
 * );
 */
export const OAuthValidateMfa: Endpoint<OAuthValidateMfaRequest, OAuthValidateMfaReply> = endpoint({
  name: 'OAuthValidateMfa',
  request: parameters,
  reply: fast(reply),
});
