import { type ClientError, isClientError, TransportError } from './errors.ts';
import { saidBy } from './thrown.ts';

/**
 * The error that something thrown is: one of ours unchanged, else a `TransportError` of what has failed, with what was
 * thrown as its cause.
 *
 * @param what What has failed, such as `The transport`.
 */
export const asClientError = (thrown: unknown, what: string): ClientError =>
  isClientError(thrown) ? thrown : new TransportError(`${what} failed: ${saidBy(thrown)}`, { cause: thrown });
