import { type ClientError, GatewayError, isNotAuthorized } from '../errors.ts';

/**
 * What an error says of a command.
 *
 * - `unsent`: nothing has left, and nothing will.
 * - `refused`: the exchange said no before it did anything.
 * - `taken`: the exchange has it and goes on with it.
 * - `doubt`: it may have been done or not.
 */
export type Meaning = 'unsent' | 'refused' | 'taken' | 'doubt';

/** Not authorized, invalid request, not found, not supported: said before anything is done. */
const refusals: ReadonlySet<number | undefined> = new Set([20, 100, 104, 106]);
const inProcess = 107;

/**
 * Says what an error means for the command that it answers. An answer that cannot be read, a failure without more words
 * (101), a server error (102) and any code that is not known leave a doubt, as a lost reply does.
 */
export const meaningOf = (error: ClientError): Meaning => {
  if ('sent' in error && !error.sent) return 'unsent';
  if (!(error instanceof GatewayError)) return 'doubt';
  if (error.code === inProcess) return 'taken';
  return refusals.has(error.code) || isNotAuthorized(error) ? 'refused' : 'doubt';
};
