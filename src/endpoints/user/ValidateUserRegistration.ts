import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { isObject } from '../../codec/isObject.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const AnyObject = input('an object', isObject);

const client = request(
  {
    /** The provider, such as `sumsub`. */
    validator: TextInput,
    /** The verification level that the user has where the check succeeds. */
    validationStage: IntegerInput,
  },
  {},
);

const parameters = request(
  {
    /** What is to be checked, and by whom. */
    clientInfo: client,
    /** Your own id for the check, unique: by it the provider tells the users apart. */
    requestIdentifier: TextInput,
  },
  {
    /** What is known of the user; its fields depend on the provider. */
    userInfo: AnyObject,
    /** More about the user; its fields depend on the provider. */
    additionalValidationData: t.readonlyArray(AnyObject, 'a list of objects'),
  },
);
/** What `ValidateUserRegistration` takes. @interface */
export type ValidateUserRegistrationRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** What the provider answered, as JSON text; its fields depend on the provider. */
  result: t.string,
});
/** What `ValidateUserRegistration` answers. @interface */
export type ValidateUserRegistrationReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Begins to verify who a user is, with a provider of such checks. A command; login needed, with the permission
 * `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, ValidateUserRegistration, {
 *   clientInfo: { validator: 'sumsub', validationStage: 1 },
 *   requestIdentifier: crypto.randomUUID(),
 * }).subscribe(({ result }) => console.log(result));
 */
export const ValidateUserRegistration: Endpoint<
  ValidateUserRegistrationRequest,
  ValidateUserRegistrationReply
> = endpoint({
  name: 'ValidateUserRegistration',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
