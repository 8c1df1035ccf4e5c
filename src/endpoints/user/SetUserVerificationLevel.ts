import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
    /** The level, 0 to 9 as a rule; what it means is up to the venue. */
    VerificationLevel: IntegerInput,
  },
  {},
);
/** What `SetUserVerificationLevel` takes. @interface */
export type SetUserVerificationLevelRequest = t.TypeOf<typeof parameters>;

/**
 * Sets how far a user is verified; only an operator can. A command; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, SetUserVerificationLevel, { UserId: 96, VerificationLevel: 1 }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const SetUserVerificationLevel: Endpoint<SetUserVerificationLevelRequest, StandardResponse> = endpoint(
  {
    name: 'SetUserVerificationLevel',
    request: parameters,
    reply: fast(StandardResponse),
    isCommand: true,
  },
);
