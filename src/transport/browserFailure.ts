import { TransportError } from '../errors.ts';
import { shownUrl } from './options.ts';

/** What a platform tells when a socket fails: a browser nothing, Node, Bun and Deno some words. */
export interface PlatformFailure {
  readonly message?: unknown;
  readonly error?: unknown;
}

const untold =
  'the platform does not tell why; nobody listens there, the opening was refused, or a policy of the page forbids it (connect-src)';

/** The error of an opening that has failed. */
export const notOpened = (url: string, { message, error }: PlatformFailure): TransportError => {
  const why = typeof message === 'string' && message !== '' ? message : untold;
  return new TransportError(
    `Could not connect: ${shownUrl(url)}: ${why}.`,
    error === undefined ? {} : { cause: error },
  );
};

/** The error of an opening that takes too long. */
export const tooSlow = (url: string, limit: number): TransportError =>
  new TransportError(`Could not connect: ${shownUrl(url)}: Opening handshake has timed out (${limit} ms).`);

/** The error of a socket that was closed, before or after it was open, with the code and the reason of that. */
export const wasClosed = (url: string, { code, reason }: Pick<CloseEvent, 'code' | 'reason'>) =>
  new TransportError(
    `The socket to ${shownUrl(url)} was closed (code ${code}${reason === '' ? '' : `, ${reason}`}).`,
    { code },
  );
