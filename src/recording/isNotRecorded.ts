import { GatewayError } from '../errors.ts';
import { notRecordedWords } from './answers.ts';

/**
 * Says whether a call failed because a replay has no answer to it, where an exchange would have had one.
 *
 * @example
 * request$(client, GetProducts, {}).subscribe({
 *   error: (error: unknown) => console.log(isNotRecorded(error) ? error.detail : error),
 * });
 */
export const isNotRecorded = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && error.errormsg === notRecordedWords;
