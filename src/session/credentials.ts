import type { Observable } from 'rxjs';
import { InvalidRequest } from '../errors.ts';
import type { Mismatch } from '../mismatches.ts';

/** Credentials for a login with an API key: signed, without a second factor. */
export interface ApiKeyCredentials {
  /** The public part of the key. */
  readonly apiKey: string;
  /** The secret part of the key. It signs the login and is never sent. */
  readonly secret: string;
  /** The id of the user the key belongs to. */
  readonly userId: number | string;
  /** Returns a text that is different for every login. @default the time and a random number */
  readonly nonce?: () => string;
}

/** Credentials for a login with user name and password. */
export interface PasswordCredentials {
  /** The user's login name. */
  readonly username: string;
  /** The user's password. It is sent with a login, unless the token of an earlier login is still valid. */
  readonly password: string;
  /**
   * Called when the exchange asks for a second-factor code; the first value is sent. It may take as long as a person
   * needs, as the time limits stop meanwhile. If it is absent, errors, or completes without a value, the login fails
   * for good.
   */
  readonly code$?: () => Observable<string>;
}

/**
 * Credentials for a login with the token of an earlier login. A token is valid while its session lives, about an hour
 * after its last activity.
 */
export interface TokenCredentials {
  /** The `SessionToken` from the reply to the earlier login; a secret. */
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
