import { type ClientError, ConnectionLost } from '../errors.ts';
import { forGood } from '../words.ts';

/**
 * The error of a call that has not left because its client is over: closed, or given up for this cause. To call again over
 * the same client is safe and in vain, which it says.
 */
export const overFor = (call: string, cause: ClientError | undefined): ConnectionLost =>
  new ConnectionLost(
    call,
    false,
    cause === undefined ? 'the connection was closed' : `the connection was given up (${cause.message})`,
    cause,
    forGood,
  );
