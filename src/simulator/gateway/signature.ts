import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The signature a login with an API key must carry: HMAC-SHA256 under the secret, over nonce, user id and key
 * without anything between, in lower-case hexadecimal.
 */
export const signatureOf = (secret: string, nonce: string, userId: string, apiKey: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(nonce + userId + apiKey)));
