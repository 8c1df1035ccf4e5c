import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The code that the user received, as text: it may begin with 0. */
    Code: TextInput,
  },
  {},
);
/** What `Activate2FA` takes. @interface */
export type Activate2FARequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the code was accepted. */
      Activated: t.boolean,
      /** Why not; empty or `null` otherwise. */
      Error: nullable(t.string),
    },
    {},
  ),
);
/** What `Activate2FA` answers. @useDeclaredType */
export type Activate2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Gives the code of a second factor while the user registers. A command; no login needed. A refused code is a value,
 * not an error: `Activated` is `false`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, Activate2FA, { Code: '012345' }).subscribe(({ Activated, Error }) =>
 *   console.log(Activated, Error),
 * );
 */
export const Activate2FA: Endpoint<Activate2FARequest, Activate2FAReply> = endpoint({
  name: 'Activate2FA',
  request: parameters,
  reply,
  isCommand: true,
});
