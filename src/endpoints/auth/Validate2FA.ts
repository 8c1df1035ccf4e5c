import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** What the second factor is, such as `Google`. */
    TFaType: TextInput,
    /** The code, as text: it may begin with 0. */
    Code: TextInput,
  },
  {},
);
/** What `Validate2FA` takes. @interface */
export type Validate2FARequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the code was accepted. */
      TFaAuthenticated: t.boolean,
    },
    {},
  ),
);
/** What `Validate2FA` answers. @useDeclaredType */
export type Validate2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Gives a code of the second factor to be let in to the functions that `GetValidate2FARequiredEndpoints` lists. A
 * query; login needed. A refusal is a `GatewayError`, or `TFaAuthenticated` is `false`. The keys of the reply are
 * read without regard to case.
 *
 * @example
 * request$(client, Validate2FA, { TFaType: 'Google', Code: '012345' }).subscribe(({ TFaAuthenticated }) =>
 *   console.log(TFaAuthenticated),
 * );
 */
export const Validate2FA: Endpoint<Validate2FARequest, Validate2FAReply> = endpoint({
  name: 'Validate2FA',
  request: parameters,
  reply,
});
