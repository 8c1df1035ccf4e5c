import type { Observable } from 'rxjs';

/** Login with an API key: signed, and without a second factor. */
export interface ApiKeyCredentials {
  readonly apiKey: string;
  readonly secret: string;
  /** The number of the user the key belongs to. */
  readonly userId: number | string;
}

/** Login as a person does. */
export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  /**
   * Asked for a code when the user has a second factor; its first value is sent. Anything that takes time, such as
   * a question to a person, may take it. Where it is absent, or ends without a code, login fails.
   */
  readonly code$?: () => Observable<string>;
}

/** Login with the token of an earlier login; good while that session lives, about an hour after its last activity. */
export interface TokenCredentials {
  readonly sessionToken: string;
}

/** Whom to log in, and how. They are held in a closure only: no error, state or log shows them. */
export type Credentials = ApiKeyCredentials | PasswordCredentials | TokenCredentials;
