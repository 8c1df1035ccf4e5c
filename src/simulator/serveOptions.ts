import { isObject } from '../codec/isObject.ts';
import {
  above0,
  aText,
  from0,
  misfits,
  needed,
  optionsOf,
  refuseMisfits,
  type Shape,
  type ShapesOf,
} from '../misfits.ts';
import type { Exchange } from './gateway/exchange.ts';
import { exchangeShapes } from './gateway/exchangeShapes.ts';
import { nearOption } from './gateway/nearOption.ts';
import type { ExchangeOptions } from './gateway/options.ts';

/** Options of `serve`. */
export interface ServeOptions {
  /** The exchange to serve, or the options of a new one. @default a new exchange with default options */
  readonly exchange?: Exchange | ExchangeOptions;
  /** The TCP port; 0 picks a free one. @default 0 */
  readonly port?: number;
  /** The address to listen on. @default '127.0.0.1', which is reachable from this machine only */
  readonly host?: string;
  /**
   * The number of simultaneous connections; further ones are refused with HTTP status 503. The exchange's own limit
   * also applies.
   *
   * @default 200
   */
  readonly maxConnections?: number;
  /**
   * The largest message of a client, in bytes; a larger one ends its connection with code 1009.
   *
   * @default the exchange's own limit
   */
  readonly maxPayload?: number;
  /** Serves over TLS with this key and certificate, in PEM format. @default no TLS */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Tells an exchange from the options of a new one. */
export const isExchange = (given: object): given is Exchange => 'transport' in given;

const anExchange: Shape = {
  expected: 'an exchange, or the options of a new one,',
  is: (u) => isObject(u) && (!isExchange(u) || typeof u.connect === 'function'),
  within: exchangeShapes,
  misfitsOf: (u, path) =>
    isObject(u) && isExchange(u) ? [] : misfits(u, exchangeShapes, `${path}.`, nearOption),
};

const inPem: Shape = {
  expected: 'a text in PEM format',
  is: (u) => typeof u === 'string' || u instanceof Uint8Array,
};
const tlsShapes: ShapesOf<NonNullable<ServeOptions['tls']>> = { key: needed(inPem), cert: needed(inPem) };

const serveShapes: ShapesOf<ServeOptions> = {
  exchange: anExchange,
  port: {
    expected: 'a whole number from 0 to 65535',
    is: (u) => typeof u === 'number' && Number.isInteger(u) && u >= 0 && u <= 65_535,
  },
  host: aText,
  maxConnections: from0,
  maxPayload: above0,
  tls: optionsOf(tlsShapes, 'an object with key and cert'),
};

/**
 * Looks at the options of a server, before it listens: an option of the exchange in the wrong place would do nothing.
 *
 * @throws RangeError if they cannot be meant.
 */
export const checkServeOptions = (options: unknown): void =>
  refuseMisfits('The options of serve', misfits(options, serveShapes, '', nearOption));
