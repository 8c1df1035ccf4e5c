import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** What an API-key login is signed with. */
export interface SigningKey {
  readonly apiKey: string;
  readonly secret: string;
  readonly userId: number | string;
}

/**
 * The signature of an API-key login: HMAC-SHA256 over nonce, user id and key, in lower-case hex. Synchronous, so
 * that a login can be drawn in marbles.
 *
 * @example
 * signature({ apiKey: 'fake-api-key', secret: 'fake-api-secret', userId: 1 }, '0');
 * // 'd1325dbc637f9e0cf180926aa85daed24a39691cb8ff3f880595772e117beea5'
 */
export const signature = ({ apiKey, secret, userId }: SigningKey, nonce: string): string => {
  const utf8 = new TextEncoder();
  return bytesToHex(hmac(sha256, utf8.encode(secret), utf8.encode(`${nonce}${userId}${apiKey}`)));
};
