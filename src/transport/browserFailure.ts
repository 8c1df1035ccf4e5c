import { TransportError } from '../errors.ts';
import { shownUrl } from './shownUrl.ts';

/** What a platform tells when a socket fails: a browser nothing, Node, Bun and Deno some words. */
export interface PlatformFailure {
  readonly message?: unknown;
  readonly error?: unknown;
}

const untold =
  'the platform does not tell why; nobody listens there, the opening was refused, or a policy of the page forbids it (connect-src)';

/** Words of a platform as they go on in ours: without a full stop, and with a status that is not taken for a code. */
const wordsOf = (message: string): string =>
  message.replace(/\bstatus code(?=:)/gi, 'status').replace(/\.$/, '');

/** The error of an opening that has failed. */
export const notOpened = (url: string, { message, error }: PlatformFailure): TransportError => {
  const why = typeof message === 'string' && message !== '' ? wordsOf(message) : untold;
  return new TransportError(
    `Could not connect: ${shownUrl(url)}: ${why}.`,
    error === undefined ? {} : { cause: error },
  );
};

/** The error of an opening that takes too long. */
export const tooSlow = (url: string, limit: number): TransportError =>
  new TransportError(`Could not connect: ${shownUrl(url)}: Opening handshake has timed out (${limit} ms).`);

/** What a close is that never came; Deno tells 0 of it. */
const abnormal = 1_006;

/** The error of a socket that was closed, before or after it was open, with the code and the reason of that. */
export const wasClosed = (
  url: string,
  { code, reason }: Pick<CloseEvent, 'code' | 'reason'>,
): TransportError => {
  const known = code === 0 ? abnormal : code;
  return new TransportError(
    `The socket to ${shownUrl(url)} was closed (code ${known}${reason === '' ? '' : `, ${reason}`}).`,
    { code: known },
  );
};
