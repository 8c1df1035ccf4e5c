import { GatewayError, isNotAuthorized } from '../errors.ts';
import type { Outcome } from './question.ts';

/**
 * The refusal that an outcome is, where it may mean that the exchange does not know who asks: "not authorized", which
 * it also says of what one may not do, and of functions that it does not have.
 */
export const refusedAsStranger = (outcome: Outcome<unknown>): GatewayError | undefined =>
  outcome._tag === 'Left' && outcome.left instanceof GatewayError && isNotAuthorized(outcome.left)
    ? outcome.left
    : undefined;
