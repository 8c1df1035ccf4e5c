import { wallNow } from '../clock.ts';
import { TransportError } from '../errors.ts';
import { tooLarge } from './options.ts';
import { shownUrl } from './shownUrl.ts';

/** How an opening was refused by HTTP. */
export interface HttpRefusal {
  readonly status: number;
  /** In milliseconds. */
  readonly retryAfter?: number;
}

/** The milliseconds that a `Retry-After` means, written as seconds or as a date; `undefined` where it is neither. */
export const retryAfterIn = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const delay = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - wallNow();
  return Number.isFinite(delay) ? Math.max(delay, 0) : undefined;
};

/** In one line, without the colon that OpenSSL puts behind the last of its places. */
const inOneLine = (words: string): string => words.replace(/\s+/g, ' ').replace(/[:\s]+$/, '');

/** What an error says, and where it holds several, as of several addresses, what each of them says. */
const wordsOf = (error: Error & { readonly errors?: readonly Error[] }): string => {
  const each = [...new Set(error.errors?.map(({ message }) => message))];
  return inOneLine(each.length > 0 ? each.join('; ') : error.message);
};

type WsError = Error & { readonly code?: unknown };

/** What is known of the end of a socket of `ws`. */
export interface WsEnd {
  readonly url: string;
  readonly maxPayload: number;
  readonly wasOpen: boolean;
  readonly code: number;
  readonly reason: string;
  /** What `ws` emitted as an error, where it did. */
  readonly failure?: WsError;
  readonly refusal?: HttpRefusal;
}

const wasRefused = ({ url }: WsEnd, refusal: HttpRefusal): TransportError =>
  new TransportError(
    `Could not connect: ${shownUrl(url)}: Unexpected server response: ${refusal.status}.`,
    refusal,
  );

const wasClosed = ({ url, code, reason }: WsEnd): TransportError => {
  const said = reason === '' ? '' : `, ${reason}`;
  return new TransportError(`The socket to ${shownUrl(url)} was closed (code ${code}${said}).`, { code });
};

const hasFailed = ({ url, maxPayload, wasOpen }: WsEnd, cause: WsError): TransportError => {
  if (cause.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
    return tooLarge(url, maxPayload, cause);
  }
  const speaksNoTls = !wasOpen && /^EPROTO$|^ERR_SSL_/.test(String(cause.code));
  const hint = speaksNoTls ? ' The address of a gateway without TLS begins with ws://.' : '';
  const what = wasOpen ? 'The socket failed' : 'Could not connect';
  return new TransportError(`${what}: ${shownUrl(url)}: ${wordsOf(cause)}.${hint}`, { cause });
};

/** The error that the end of a socket is. */
export const wsFailure = (end: WsEnd): TransportError => {
  if (end.refusal !== undefined) return wasRefused(end, end.refusal);
  return end.failure === undefined ? wasClosed(end) : hasFailed(end, end.failure);
};
