import { endOfString, isSecretKey, redact } from './redact.ts';

/** A part of a JSON text that is no string. */
const token = /[[\]{},:]|[^\s"[\]{},:]+|\s+/y;

const endOfToken = (text: string, start: number): number => {
  // Not a pattern as well: in a string of megabytes the engine would run out of stack.
  if (text[start] === '"') return endOfString(text, start + 1, '"', 0);
  token.lastIndex = start;
  return token.test(text) ? token.lastIndex : text.length;
};

/** The parts of a JSON text, in order, with nothing left out. */
const tokensOf = (text: string): readonly string[] => {
  const tokens: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfToken(text, start);
    tokens.push(text.slice(start, end));
    start = end;
  }
  return tokens;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** As `redact` judges the key, and by its own spelling too: the text of a key may be written with escapes. */
const isSecret = (key: string): boolean =>
  redact(`${key}:1`) !== `${key}:1` || isSecretKey(JSON.parse(key) as string);

/** A value without what it says, of the same type: a codec reads it as it read the other. */
const hidden = (value: string): string => {
  if (value.startsWith('"')) return value === '""' ? value : '"***"';
  return /^[\d-]/.test(value) ? '0' : value;
};

/** A value that is no secret by its key may still be a text that holds one, such as the payload of a frame. */
const shownValue = (value: string): string =>
  value.startsWith('"') && redact(value) !== value
    ? JSON.stringify(withoutSecrets(JSON.parse(value) as string))
    : value;

const isKeyAt = (tokens: readonly string[], at: number): boolean => {
  const next = tokens[at + 1]?.trim() === '' ? tokens[at + 2] : tokens[at + 1];
  return next === ':' && tokens[at]?.startsWith('"') === true;
};

const depthOf = (part: string): number => {
  if (part === '{' || part === '[') return 1;
  return part === '}' || part === ']' ? -1 : 0;
};

/** The parts of a JSON text, one by one: whatever stands below a secret key, down to the last leaf, is hidden. */
const maskTokens = (tokens: readonly string[]): string => {
  let depth = 0;
  let secretAt: number | undefined;
  return tokens
    .map((part, at) => {
      depth += depthOf(part);
      if (isKeyAt(tokens, at)) {
        if (secretAt === undefined && isSecret(part)) secretAt = depth;
        return part;
      }
      if (secretAt === undefined) return shownValue(part);
      // It ends with what follows the value: a comma beside the key, or the end of what both are in.
      if (depth < secretAt || (depth === secretAt && part === ',')) secretAt = undefined;
      return hidden(part);
    })
    .join('');
};

/**
 * A message as it may be kept: as {@link redact} shows it, but what was JSON, or JSON inside a JSON string, is so still.
 * A text behind a secret key becomes `"***"`, a number `0`, at any depth below it; `null`, `true` and `false` stay.
 * Everything else keeps its digits and its place. A text that is no JSON comes as `redact` has it.
 *
 * @example
 * withoutSecrets('{"m":0,"i":2,"n":"WebAuthenticateUser","o":"{\\"SessionToken\\":\\"5ae\\"}"}');
 * // '{"m":0,"i":2,"n":"WebAuthenticateUser","o":"{\\"SessionToken\\":\\"***\\"}"}'
 */
export const withoutSecrets = (text: string): string => {
  const redacted = redact(text);
  if (redacted === text) return text;
  return isJson(text) ? maskTokens(tokensOf(text)) : redacted;
};
