import { takeUntil, timer } from 'rxjs';
import { createClient } from '../../client.ts';
import type { Connection } from '../../connection/connection.ts';
import { gatewayFrom, type GatewayOptions } from '../gateway.ts';
import { loginVariables } from '../loginFrom.ts';
import { shownUrl } from '../shownUrl.ts';
import type { Terminal } from '../terminal.ts';
import { usageError } from '../usageError.ts';
import { untilStopped } from '../untilStopped.ts';
import type { Ending } from '../verb.ts';
import type { Show } from './shown.ts';

/** What every watch takes. */
export interface WatchOptions extends GatewayOptions {
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly for?: number;
}

/** What makes a watch of a connection to an address. */
export type Watch = (connection: Connection, url: string) => Show;

/** Watches until it is stopped, its time is over, or what is watched cannot be had. */
export const runWatch = async (
  watch: Watch,
  options: WatchOptions,
  terminal: Terminal,
  { needsLogin = false }: { readonly needsLogin?: boolean } = {},
): Promise<Ending> => {
  const gateway = gatewayFrom(options, terminal);
  if (needsLogin && gateway.credentials === undefined) {
    throw usageError(`It needs a login: ${loginVariables} of the environment, or --credentials <file>.`);
  }
  const client = createClient(gateway);
  const manner = options.json === true ? 'json' : options.plain === true ? 'lines' : 'screen';
  const show$ = watch(client, shownUrl(options.url))(terminal, manner);
  try {
    return await untilStopped(
      options.for === undefined ? show$ : show$.pipe(takeUntil(timer(options.for * 1_000))),
      terminal,
    );
  } finally {
    client.close();
  }
};
