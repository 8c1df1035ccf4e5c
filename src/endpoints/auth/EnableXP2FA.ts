import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The phone number, with the country code. */
    Phone: TextInput,
    /** How codes come: `SMS`, `Phone` or `OTP`, which is an app. */
    Capability: TextInput,
  },
  {},
);
/** What `EnableXP2FA` takes. @interface */
export type EnableXP2FARequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether it is the second factor now. */
      Enabled2FA: t.boolean,
      /** Whether it must be activated still. */
      Activate2FA: t.boolean,
    },
    {},
  ),
);
/** What `EnableXP2FA` answers. @useDeclaredType */
export type EnableXP2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Switches on codes by phone as the second factor of the user who is logged in. A command; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`. The keys of the reply are read without regard to
 * case.
 *
 * @example
 * request$(client, EnableXP2FA, { Phone: '+5511900000000', Capability: 'SMS' }).subscribe(({ Activate2FA }) =>
 *   console.log(Activate2FA),
 * );
 */
export const EnableXP2FA: Endpoint<EnableXP2FARequest, EnableXP2FAReply> = endpoint({
  name: 'EnableXP2FA',
  request: parameters,
  reply,
  isCommand: true,
});
