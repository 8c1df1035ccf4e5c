import { GatewayError } from '../errors.ts';
import { notRecordedWords } from './answers.ts';

/**
 * Whether a call failed only because the recording has no answer to it.
 *
 * @example
 * request$(client, GetProducts, {}).subscribe({
 *   error: (error: unknown) => console.log(isNotRecorded(error) ? error.detail : error),
 * });
 */
export const isNotRecorded = (error: unknown): error is GatewayError =>
  error instanceof GatewayError && error.errormsg === notRecordedWords;
