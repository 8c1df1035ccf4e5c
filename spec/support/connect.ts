import { asRequests, createConnection, type ConnectionOptions } from '../../src/connection/connection.ts';
import type { ScriptedExchange } from '../../src/testing/scriptedExchange.ts';

/** A connection to a scripted exchange, without login and keep-alive, that comes back 5 ms after a loss. */
export const connect = (exchange: ScriptedExchange, options: Partial<ConnectionOptions> = {}) =>
  createConnection({
    url: 'ws://exchange.example',
    transport: exchange.transport,
    backoff: () => 5,
    stableAfter: 1_000,
    requestTimeout: 100,
    subscribeWith: asRequests,
    restore: { inFlight: 10 },
    ...options,
  });
