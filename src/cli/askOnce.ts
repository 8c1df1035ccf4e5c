import { lastValueFrom } from 'rxjs';
import { type ClientOptions, createClient } from '../client.ts';
import type { Endpoint } from '../endpoint.ts';
import { request$ } from '../requests/request.ts';

/** Asks one question on a connection of its own, which is closed by then; it rejects as the request errors. */
export const askOnce = async <P, A>(
  endpoint: Endpoint<P, A>,
  params: P,
  options: ClientOptions,
): Promise<A | null> => {
  // Nobody waits here for a second attempt, so what ended the first is told at once.
  const client = createClient({ ...options, backoff: () => null });
  try {
    return await lastValueFrom(request$(client, endpoint, params), { defaultValue: null });
  } finally {
    client.close();
  }
};
