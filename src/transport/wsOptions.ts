import type { SocketOptions } from './options.ts';

type Certificate = string | Uint8Array | readonly (string | Uint8Array)[];

/** Options for opening sockets on Node. They are passed on to `ws`; see its documentation and that of `node:tls`. */
export interface WsOptions extends SocketOptions {
  /** HTTP headers of the opening request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** An agent of `node:http` or `node:https`, such as one for a proxy. */
  readonly agent?: object;
  /** The `Origin` header of the opening request. */
  readonly origin?: string;
  /** User and password for HTTP basic authentication, as `user:password`. */
  readonly auth?: string;
  /** Certificate authorities to trust instead of the default ones. */
  readonly ca?: Certificate;
  /** The client's certificate. */
  readonly cert?: Certificate;
  /** The private key of the client's certificate. */
  readonly key?: Certificate;
  /** The passphrase of that key. */
  readonly passphrase?: string;
  /** The server name that the server's certificate must be for. */
  readonly servername?: string;
  /** `false` accepts any certificate: for tests only. */
  readonly rejectUnauthorized?: boolean;
  /** The local address to connect from. */
  readonly localAddress?: string;
  /** The IP version to connect with: 4 or 6. */
  readonly family?: number;
  /** Whether to follow redirects. */
  readonly followRedirects?: boolean;
  /** How many redirects to follow. */
  readonly maxRedirects?: number;
  /** Whether to offer compression. @default false */
  readonly perMessageDeflate?: boolean;
}
