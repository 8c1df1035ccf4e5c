const secretName =
  String.raw`\w{0,40}(?:password|passwd|secret|signature|apikey|nonce|token|jwt|recoverykey|privatekey)\w{0,40}` +
  '|(?:access|auth|hash|pending|pendingemail|recovery|twofa|validate|verify|verifyemail|withdraw|your|manual|\\w{0,40}qr)?code|otp|authorization';
const whole = new RegExp(`^(?:${secretName})$`, 'i');
const gap = String.raw`(?:\s|\\+[nrt])*`;
/** A secret's name, in plain or in escaped quotes, up to where its value begins. */
const nameBefore = new RegExp(String.raw`\b(?:${secretName})(?:\\*["'])?${gap}[:=]${gap}`, 'gi');
const opening = /(\\*)(["'])/y;
const word = /[^\s,}\]&]+/y;

/** Says whether a payload key holds what must never be shown: a password, a key, a signature, a token, a code. */
export const isSecretKey = (key: string): boolean => whole.test(key);

const matchAt = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

const slashesBefore = (text: string, end: number): number => {
  let start = end;
  while (text[start - 1] === '\\') start--;
  return end - start;
};

/**
 * The end of a string that was opened with so many backslashes: none in JSON, one in JSON inside a JSON string,
 * three a level deeper. The same number closes it, and whole escaped backslashes of that level may stand before;
 * any other quote belongs to the value. A string that is never closed goes on to the end of the text.
 */
export const endOfString = (text: string, start: number, quote: string, slashes: number): number => {
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    const before = Math.min(slashesBefore(text, at), at - start);
    if ((before - slashes) % (2 * (slashes + 1)) === 0) return at + 1;
  }
  return text.length;
};

const endOfValue = (text: string, start: number): number => {
  const [opened, slashes = '', quote] = matchAt(opening, text, start) ?? [];
  if (opened !== undefined && quote !== undefined) {
    return endOfString(text, start + opened.length, quote, slashes.length);
  }
  // What is in a list or an object may be anything.
  if (text[start] === '[' || text[start] === '{') return text.length;
  return start + (matchAt(word, text, start)?.[0].length ?? 0);
};

/**
 * Replaces every password, key, signature, nonce, token and code in a text by `***`, for logs of your own. It
 * recognises a secret by the name before it.
 *
 * The text may be JSON, JSON inside a JSON string, broken JSON, an address with a query, or words (`Invalid code:
 * 123456`). If a secret is a list or an object, the rest of the text is hidden too. It never throws, changes nothing
 * the second time, and takes time in proportion to the length. All errors, logs and recordings of this library are
 * redacted this way. A secret under any other name is not recognised.
 *
 * @example
 * redact('{"APIKey":"abc","Depth":10}'); // '{"APIKey":***,"Depth":10}'
 */
export const redact = (text: string): string => {
  let shown = '';
  let from = 0;
  for (let match = matchAt(nameBefore, text, 0); match !== null; match = matchAt(nameBefore, text, from)) {
    const start = match.index + match[0].length;
    const end = endOfValue(text, start);
    shown += text.slice(from, start) + (end > start ? '***' : '');
    from = end;
  }
  return shown + text.slice(from);
};
