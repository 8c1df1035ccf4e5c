import type { Observable } from 'rxjs';
import { InvalidRequest } from '../errors.ts';
import type { Mismatch } from '../mismatches.ts';

/** Login with an API key: signed, and without a second factor. */
export interface ApiKeyCredentials {
  /** The public part of the key. */
  readonly apiKey: string;
  /** The secret part, which signs the login and is not sent. */
  readonly secret: string;
  /** The number of the user the key belongs to. */
  readonly userId: number | string;
  /** A text that differs with every login. @default the time and a random number */
  readonly nonce?: () => string;
}

/** Login as a person does. */
export interface PasswordCredentials {
  /** The name that the user logs in with. */
  readonly username: string;
  /** The user's password; it is sent with every login. */
  readonly password: string;
  /**
   * Asked for a code when the user has a second factor; its first value is sent. Anything that takes time, such as
   * a question to a person, may take it: no time limit runs meanwhile. Where it is absent, errors, or ends without a
   * code, login fails for good.
   */
  readonly code$?: () => Observable<string>;
}

/** Login with the token of an earlier login; good while that session lives, about an hour after its last activity. */
export interface TokenCredentials {
  /** The `SessionToken` that the earlier login was answered with; a secret. */
  readonly sessionToken: string;
}

const isText = (u: unknown): boolean => typeof u === 'string' && u !== '';
const isUser = (u: unknown): boolean => isText(u) || Number.isSafeInteger(u);

/** Never the value itself: it may be a secret. */
const foundIn = (u: unknown): string => {
  if (u === undefined || u === null) return String(u);
  return u === '' ? 'empty' : `a ${typeof u}`;
};

/**
 * What keeps credentials from being sent, the fields that are missing or no text named; `undefined` where nothing does.
 *
 * @param call The function that they would be sent with.
 * @param fields The values, by the names that the user knows them by.
 */
export const unsendable = (
  call: string,
  fields: Readonly<Record<string, unknown>>,
): InvalidRequest | undefined => {
  const mismatches: readonly Mismatch[] = Object.entries(fields)
    .filter(([path, value]) => !(path === 'userId' ? isUser(value) : isText(value)))
    .map(([path, value]) => ({
      path,
      expected: path === 'userId' ? 'a number or a text' : 'a text',
      found: foundIn(value),
    }));
  return mismatches.length === 0 ? undefined : new InvalidRequest(call, mismatches);
};
