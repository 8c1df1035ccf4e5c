import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `CoinsOAuthLogout` takes nothing. */
export type CoinsOAuthLogoutRequest = Readonly<Record<string, never>>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the login has ended. */
      CoinsOAuthLogout: t.boolean,
      /** Who was logged in; `null` for nobody. */
      User: nullable(t.string),
    },
    {},
  ),
);
/** What `CoinsOAuthLogout` answers. @useDeclaredType */
export type CoinsOAuthLogoutReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Ends a login that was made by `CoinsOAuthAuthenticateUser`. A command; no login needed. Where there was nothing to
 * end, `CoinsOAuthLogout` is `false`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, CoinsOAuthLogout, {}).subscribe(({ CoinsOAuthLogout }) => console.log(CoinsOAuthLogout));
 */
export const CoinsOAuthLogout: Endpoint<CoinsOAuthLogoutRequest, CoinsOAuthLogoutReply> = endpoint({
  name: 'CoinsOAuthLogout',
  request: parameters,
  reply,
  isCommand: true,
});
