import { type ClientError, GatewayError } from '../errors.ts';

/** How often the stream of an account was refused since it was on last, and when first. */
export interface Refusals {
  readonly count: number;
  readonly firstAt: number;
}

/** Before anything was refused. */
export const noRefusals: Refusals = { count: 0, firstAt: 0 };

/** What to do about a stream that has ended: begin it again in so many milliseconds, or nothing any more. */
export type Restart = { readonly after: number; readonly refusals: Refusals } | 'never';

const shortest = 500;
const longest = 30_000;
/** A refusal that is still there after so long is meant, in milliseconds. */
const meantAfter = 120_000;

/**
 * Whether to begin the stream of an account again after an error. What cannot change ends it: parameters that cannot be
 * sent, an account that is not there, and a refusal that is still there after minutes.
 */
export const restartAfter = (error: ClientError, refusals: Refusals, at: number): Restart => {
  if (error._tag === 'InvalidRequest') return 'never';
  const isRefusal = error instanceof GatewayError;
  if (isRefusal && error.code === 104) return 'never';
  if (isRefusal && refusals.count > 0 && at - refusals.firstAt >= meantAfter) return 'never';
  const next = { count: refusals.count + 1, firstAt: refusals.count === 0 ? at : refusals.firstAt };
  return { after: Math.min(shortest * 2 ** refusals.count, longest), refusals: next };
};
