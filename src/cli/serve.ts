import { Option } from 'commander';
import { firstValueFrom } from 'rxjs';
import {
  createExchange,
  demoUsers,
  type Exchange,
  profiles,
  type SimulatedUser,
} from '../simulator/index.ts';
import { serve, type ServedExchange, type ServeOptions } from '../simulator/node.ts';
import { withConnectionLog } from './connectionLog.ts';
import { faultScriptFrom } from './faultScriptFrom.ts';
import { readTextFile } from './readTextFile.ts';
import { servedText } from './servedText.ts';
import { settingLines, settingsFrom } from './settingsFrom.ts';
import type { Terminal } from './terminal.ts';
import { usageError } from './usageError.ts';
import { usersFrom } from './usersFrom.ts';
import type { Ending, Verb } from './verb.ts';
import { whyNotServed } from './whyNotServed.ts';
import { longestDelay, wholeNumber } from './wholeNumber.ts';
import { withExamples } from './withExamples.ts';
import { withScript } from './withScript.ts';

interface Settings {
  readonly port: number;
  readonly host: string;
  readonly profile?: keyof typeof profiles;
  readonly set: readonly string[];
  readonly seed: number;
  readonly crowd: number | 'off';
  readonly latency: number;
  readonly users?: string;
  readonly faults?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly json?: boolean;
}

const tlsFrom = ({ key, cert }: Settings): Pick<ServeOptions, 'tls'> => {
  if (key === undefined && cert === undefined) return {};
  if (key === undefined || cert === undefined) throw usageError('TLS needs both --key and --cert.');
  return { tls: { key: readTextFile(key), cert: readTextFile(cert) } };
};

const exchangeFrom = (settings: Settings, users: readonly SimulatedUser[]): Exchange =>
  createExchange({
    ...(settings.profile !== undefined && profiles[settings.profile]),
    ...settingsFrom(settings.set),
    seed: settings.seed,
    crowd: settings.crowd,
    latency: settings.latency,
    users,
  });

const listening = ({ host, port }: Settings, options: ServeOptions): Promise<ServedExchange> =>
  serve({ ...options, host, port }).catch((error: unknown) => {
    throw new Error(whyNotServed(error, host, port), { cause: error });
  });

const serveUntilStopped = async (settings: Settings, terminal: Terminal): Promise<Ending> => {
  const users = settings.users === undefined ? demoUsers : usersFrom(settings.users);
  const userIds = users.map(({ userId }) => userId);
  const script = settings.faults === undefined ? undefined : faultScriptFrom(settings.faults, userIds);
  const tls = tlsFrom(settings);
  const logged = withConnectionLog(exchangeFrom(settings, users), terminal.error);
  const exchange = script === undefined ? logged : withScript(logged, script, terminal.error);
  const server = await listening(settings, { exchange, ...tls });
  const stopped = firstValueFrom<Ending, Ending>(terminal.stop$, { defaultValue: 0 });
  terminal.out(servedText({ url: server.url, exchange, users, script }, settings.json ?? false));
  const signal = await stopped;
  await server.close();
  return signal;
};

const options: readonly Option[] = [
  new Option('--port <n>', 'the port; 0 is one that is free')
    .argParser(wholeNumber({ to: 65_535 }))
    .default(0),
  new Option('--host <host>', 'the address to listen on').default('127.0.0.1'),
  new Option('--profile <name>', 'behave and write like a venue').choices(Object.keys(profiles)),
  new Option('--set <name=value>', 'one option of the exchange, see below; may be given several times')
    .argParser((pair, others: readonly string[]) => [...others, pair])
    .default([], 'none'),
  new Option('--seed <n>', 'the same seed and the same requests give the same market')
    .argParser(wholeNumber())
    .default(1),
  new Option('--crowd <ms|off>', 'milliseconds between two rounds of a crowd that trades')
    .argParser((text) => (text === 'off' ? text : wholeNumber({ from: 1, to: longestDelay })(text)))
    .default(250),
  new Option('--latency <ms>', 'milliseconds that every reply and event takes')
    .argParser(wholeNumber({ to: longestDelay }))
    .default(0),
  new Option('--users <file>', 'who may log in, as a JSON list; three demo users without it'),
  new Option(
    '--faults <seed|file>',
    'what goes wrong from the first connection on: at random, or by a JSON file',
  ),
  new Option('--cert <file>', 'serve over TLS, with this certificate in PEM form'),
  new Option('--key <file>', 'and this key'),
  new Option('--json', 'print address, users and instruments as one line of JSON'),
];

/** Serves a simulated exchange until it is stopped. */
export const serveVerb: Verb = (program, terminal, end) => {
  const command = program
    .command('serve')
    .summary('serve a simulated exchange and print its address and its users')
    .description('Serves a simulated exchange until it is stopped, and prints its address and its users.')
    .addHelpText(
      'after',
      ['\nThe options of the exchange, and their values:', ...settingLines().map((line) => `  ${line}`)].join(
        '\n',
      ),
    )
    .action(async (settings: Settings) => end(await serveUntilStopped(settings, terminal)));
  for (const option of options) command.addOption(option);
  return withExamples(command, [
    ['serve --port 8080', 'at an address that stays the same'],
    ['serve --profile adversarial --faults 7', 'a venue at its worst, and what goes wrong on top'],
    ['serve --json --set numberZero=ignored', 'for a program: one line of JSON'],
  ]);
};
