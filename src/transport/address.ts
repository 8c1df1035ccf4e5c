import { TransportError } from '../errors.ts';
import { shownUrl } from './shownUrl.ts';

const schemeOf = (url: string): string | undefined => {
  try {
    return new URL(url).protocol;
  } catch {
    // What is thrown holds the whole address, and a password with it.
    return undefined;
  }
};

/**
 * The address itself where a socket can have it; else throws. It is absolute: one that a page would complete with its
 * own would send a login there.
 */
export const checkAddress = (url: string): string => {
  const scheme = schemeOf(url);
  if (scheme === undefined) throw new Error(`Invalid URL: ${shownUrl(url)}`);
  if (!/^(wss?|ws\+unix):$/.test(scheme)) throw new Error('the address must begin with ws:// or wss://');
  return url;
};

/** The error of an address that no socket can be opened to, now or later. */
export const noAddress = (url: string, cause: Error): TransportError =>
  new TransportError(`Could not connect: ${shownUrl(url)}: ${cause.message}. Correct the address.`, {
    cause,
    isFinal: true,
  });
