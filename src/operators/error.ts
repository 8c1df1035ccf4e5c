import type { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { ClientError } from '../errors.ts';

/**
 * Everything that went wrong on the wire and has no caller to tell: messages that are no frames, payloads of events
 * that were not understood, refusals and replies that no request was waiting for, unknown events (once a name and
 * socket), refused logins, and the cause of every loss of the connection. What a call is answered goes to its
 * caller, not here.
 *
 * Hot, without replay; it completes when the connection is closed and never errors. Subscribing does not open the
 * connection.
 *
 * @example
 * error$(client).subscribe((error) => console.warn(error.message));
 */
export const error$ = (connection: Pick<Connection, 'error$'>): Observable<ClientError> => connection.error$;
