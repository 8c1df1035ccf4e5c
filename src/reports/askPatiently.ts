import { defer, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import type { Endpoint } from '../endpoint.ts';
import { patiently } from '../market/asked.ts';
import { request$ } from '../requests/request.ts';

/** Asks a query, again for as long as what goes wrong may pass. Cold; what does not pass errors. */
export type AskPatiently = <A, B>(endpoint: Endpoint<A, B>, params: A) => Observable<B>;

/** An {@link AskPatiently} over a connection, across any number of losses; what passes is told on `error$`. */
export const askPatientlyOver =
  (connection: Connection): AskPatiently =>
  <A, B>(endpoint: Endpoint<A, B>, params: A) =>
    defer(() => request$(connection, endpoint, params)).pipe(patiently<B>(connection[inner].report));
