import type { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { ClientError } from '../errors.ts';

/**
 * Every error on the wire that has no caller to go to:
 *
 * - messages that are not frames, and event payloads that cannot be decoded
 * - refusals and replies that no request waits for
 * - unknown events, once per name and socket
 * - refused logins, and the cause of every loss of the connection
 *
 * The errors of a call go to its caller instead.
 *
 * Hot, without replay. It never errors, and completes when the client is closed or the connection fails for good.
 * Subscribing does not open the connection.
 *
 * @example
 * error$(client).subscribe((error) => console.warn(error.message));
 */
export const error$ = (connection: Pick<Connection, 'error$'>): Observable<ClientError> => connection.error$;
