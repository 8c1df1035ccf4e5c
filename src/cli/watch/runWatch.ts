import { type Observable, takeUntil, timer } from 'rxjs';
import { type ClientOptions, createClient } from '../../client.ts';
import type { Connection } from '../../connection/connection.ts';
import { causeIn, isOpen } from '../../connection/state.ts';
import { shownUrl } from '../../transport/shownUrl.ts';
import { gatewayFrom, type GatewayOptions } from '../gateway.ts';
import { loginVariables } from '../loginFrom.ts';
import type { Terminal } from '../terminal.ts';
import { untilStopped } from '../untilStopped.ts';
import { usageError } from '../usageError.ts';
import type { Ending } from '../verb.ts';
import type { Manner, Show } from './shown.ts';

/** How something is shown, and for how long. */
export interface ShowOptions {
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly for?: number;
}

/** What every watch takes. */
export interface WatchOptions extends GatewayOptions, ShowOptions {}

/** What makes a watch of a connection to an address. */
export type Watch = (connection: Connection, url: string) => Show;

/** How something is to be told. */
export const mannerOf = ({ json, plain }: ShowOptions): Manner =>
  json === true ? 'json' : plain === true ? 'lines' : 'screen';

/** Shows something until it is stopped, its time is over, or it ends by itself. */
export const runShow = (
  show$: Observable<never>,
  { for: seconds }: ShowOptions,
  terminal: Terminal,
): Promise<Ending> =>
  untilStopped(seconds === undefined ? show$ : show$.pipe(takeUntil(timer(seconds * 1_000))), terminal);

/** What a watch needs beside its options. */
export interface WatchNeeds extends Pick<ClientOptions, 'transport'> {
  readonly needsLogin?: boolean;
}

/** Looks on from now whether there is ever a connection; what it returns says why there was none, if so. */
const whyNeverOpen = ({ state$ }: Pick<Connection, 'state$'>): (() => string | undefined) => {
  let wasOpen = false;
  let why = 'It was still being opened.';
  state$.subscribe((state) => {
    wasOpen ||= isOpen(state);
    why = causeIn(state)?.message ?? why;
  });
  return () => (wasOpen ? undefined : why);
};

/**
 * Watches a gateway until it is stopped, its time is over, or what is watched cannot be had. Where the time is over and
 * there has never been a connection it rejects: a script would take the watch for done.
 */
export const runWatch = async (
  watch: Watch,
  options: WatchOptions,
  terminal: Terminal,
  { needsLogin = false, ...client }: WatchNeeds = {},
): Promise<Ending> => {
  const gateway = gatewayFrom(options, terminal);
  if (needsLogin && gateway.credentials === undefined) {
    throw usageError(
      `An account needs a login: set ${loginVariables}, or name a file that has them with --credentials.`,
    );
  }
  const connection = createClient({ ...gateway, ...client });
  try {
    const show = watch(connection, shownUrl(options.url));
    const ended = runShow(show(terminal, mannerOf(options)), options, terminal);
    const neverOpen = whyNeverOpen(connection);
    const ending = await ended;
    const why = ending === 0 ? neverOpen() : undefined;
    if (why !== undefined) throw new Error(`There was no connection within ${options.for ?? 0} s. ${why}`);
    return ending;
  } finally {
    connection.close();
  }
};
