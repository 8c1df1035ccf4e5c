import { type ClientError, TransportError } from '../errors.ts';
import { saidBy } from '../thrown.ts';
import { type Backoff, exponentialBackoff } from './backoff.ts';

const isDelay = (u: unknown): u is number | null =>
  u === null || (typeof u === 'number' && u >= 0 && Number.isFinite(u));

const byDefault = exponentialBackoff();

/** Asks a policy of the user's, which may do what its type forbids. */
const ask = (backoff: Backoff, attempt: number, cause: ClientError): number | null | TransportError => {
  try {
    const delay: unknown = backoff(attempt, cause);
    if (isDelay(delay)) return delay;
    return new TransportError(
      `backoff returned ${typeof delay === 'number' ? delay : `a value of type ${typeof delay}`}, which is neither milliseconds nor null. The default delay is used.`,
    );
  } catch (thrown) {
    return new TransportError(`backoff threw: ${saidBy(thrown)}. The default delay is used.`, {
      cause: thrown,
    });
  }
};

/**
 * The delay that a policy says, or `null` where it gives up. A policy that throws, or that returns what is no delay
 * (`NaN`, `undefined`, a negative or an endless number), is reported, and the default policy is asked instead.
 */
export const delayBy = (
  backoff: Backoff,
  attempt: number,
  cause: ClientError,
  report: (error: ClientError) => void,
): number | null => {
  const answer = ask(backoff, attempt, cause);
  if (!(answer instanceof TransportError)) return answer;
  report(answer);
  return byDefault(attempt, cause);
};
