const secretKeys =
  'signature|secret|password|apikey|nonce|token|sessiontoken|jwttoken|jwt|twofatoken|pending2fatoken|code';
const secretValue = new RegExp(
  // A key, in plain or in escaped quotes, and the string, the number or the word that is its value.
  String.raw`(\\*["']?\b(?:${secretKeys})\\*["']?\s*:\s*)(\\*"(?:[^"\\]|\\[^"])*\\*"|[^\s,"'}\]\\]+)`,
  'gi',
);
const secretName = new RegExp(`^(?:${secretKeys})$`, 'i');

/** Says whether a payload key holds what must never be shown: a password, a key, a signature, a token, a code. */
export const isSecretKey = (key: string): boolean => secretName.test(key);

/**
 * A text of the gateway's as it may be shown: what stands behind a secret key is replaced by `***`, whether the
 * text is JSON, JSON inside a JSON string, or broken JSON.
 *
 * @example
 * redact('{"APIKey":"abc","Depth":10}'); // '{"APIKey":***,"Depth":10}'
 */
export const redact = (text: string): string => text.replace(secretValue, '$1***');
