import type { SocketOptions } from './options.ts';

type Certificate = string | Uint8Array | readonly (string | Uint8Array)[];

/** How sockets are opened on Node: what is passed on to `ws`, as its documentation and that of `node:tls` have it. */
export interface WsOptions extends SocketOptions {
  /** HTTP headers of the opening. */
  readonly headers?: Readonly<Record<string, string>>;
  /** An agent of `node:http` or `node:https`, such as that of a proxy. */
  readonly agent?: object;
  /** The `Origin` of the opening. */
  readonly origin?: string;
  /** User and password of HTTP's basic authentication, with a colon between. */
  readonly auth?: string;
  /** Authorities to trust instead of the usual. */
  readonly ca?: Certificate;
  /** The client's certificate. */
  readonly cert?: Certificate;
  /** The key of that certificate. */
  readonly key?: Certificate;
  /** What the key is locked with. */
  readonly passphrase?: string;
  /** The name the server's certificate has to be for. */
  readonly servername?: string;
  /** `false` takes any certificate: for tests alone. */
  readonly rejectUnauthorized?: boolean;
  /** The local address to connect from. */
  readonly localAddress?: string;
  /** 4 or 6: the kind of address to connect to. */
  readonly family?: number;
  /** Whether to follow redirects. */
  readonly followRedirects?: boolean;
  /** How many redirects to follow. */
  readonly maxRedirects?: number;
  /** Whether to offer compression. @default false */
  readonly perMessageDeflate?: boolean;
}
