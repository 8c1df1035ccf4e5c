import { apiKeyLogin, type Client, createClient, exponentialBackoff } from 'notbank-rx';
import type { Settings } from './settings.ts';

/** The client of the page. Somebody is looking, so it is quicker than usual to notice silence, and to come back. */
export const clientOf = ({ gateway, login }: Settings): Client =>
  createClient({
    url: gateway,
    ...(login && { credentials: apiKeyLogin(login) }),
    backoff: exponentialBackoff({ cap: 3_000 }),
    keepAlive: { interval: 3_000, timeout: 2_000 },
  });
