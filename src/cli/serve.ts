import { parseArgs } from 'node:util';
import {
  createExchange,
  demoUsers,
  type Exchange,
  profiles,
  type SimulatedUser,
} from '../simulator/index.ts';
import { serve, type ServeOptions } from '../simulator/node.ts';
import type { Command } from './command.ts';
import { withConnectionLog } from './connectionLog.ts';
import { faultScriptFrom } from './faultScriptFrom.ts';
import { noSuch } from './noSuch.ts';
import { readTextFile } from './readTextFile.ts';
import { servedText } from './servedText.ts';
import { settingLines, settingsFrom } from './settingsFrom.ts';
import { usersFrom } from './usersFrom.ts';
import { whyNotServed } from './whyNotServed.ts';
import { longestDelay, wholeNumber } from './wholeNumber.ts';
import { withNearOptions } from './withNearOptions.ts';
import { withScript } from './withScript.ts';

const options = {
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  profile: { type: 'string' },
  set: { type: 'string', multiple: true },
  seed: { type: 'string', default: '1' },
  crowd: { type: 'string', default: '250' },
  latency: { type: 'string', default: '0' },
  users: { type: 'string' },
  faults: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type ProfileName = keyof typeof profiles;
const isProfileName = (name: string): name is ProfileName => Object.hasOwn(profiles, name);

const profileFrom = (name: string | undefined): (typeof profiles)[ProfileName] | undefined => {
  if (name === undefined) return undefined;
  if (isProfileName(name)) return profiles[name];
  throw new Error(noSuch('profile', name, Object.keys(profiles)));
};

const tlsFrom = (key: string | undefined, cert: string | undefined): Pick<ServeOptions, 'tls'> => {
  if (key === undefined && cert === undefined) return {};
  if (key === undefined || cert === undefined) throw new Error('TLS needs both --key and --cert.');
  return { tls: { key: readTextFile(key), cert: readTextFile(cert) } };
};

const valuesFrom = (args: readonly string[]) =>
  withNearOptions(args, Object.keys(options), () => parseArgs({ args: [...args], options }).values);

const exchangeFrom = (values: ReturnType<typeof valuesFrom>, users: readonly SimulatedUser[]): Exchange =>
  createExchange({
    ...profileFrom(values.profile),
    ...settingsFrom(values.set ?? []),
    seed: wholeNumber('seed', values.seed),
    crowd: values.crowd === 'off' ? 'off' : wholeNumber('crowd', values.crowd, { from: 1, to: longestDelay }),
    latency: wholeNumber('latency', values.latency, { to: longestDelay }),
    users,
  });

/** Serves a simulated exchange until it is stopped. */
export const serveCommand: Command = {
  usage: 'serve [--port N] [--profile NAME] [--seed N] [--users FILE] [--json] …',
  summary: 'serve a simulated exchange and print its address and its users',
  details: [
    '--port N           the port; without it one that is free',
    '--host H           the address to listen on; 127.0.0.1 without it, which only this machine reaches',
    `--profile NAME     behave and write like a venue: ${Object.keys(profiles).join(', ')}`,
    '--set NAME=VALUE   one option of the exchange, see below; may be given several times',
    '--seed N           the same seed and the same requests give the same market; 1 without it',
    '--crowd MS|off     milliseconds between two rounds of a crowd that trades; 250 without it',
    '--latency MS       milliseconds that every reply and event takes; 0 without it',
    '--users FILE       who may log in, as a JSON list; three demo users without it',
    '--faults SEED|FILE what goes wrong from the first connection on: a random script, or one from a JSON file',
    '--cert FILE --key FILE',
    '                   serve over TLS, with this certificate and key in PEM form',
    '--json             print address, users and instruments as one line of JSON',
    '',
    'The options of the exchange, and their values:',
    ...settingLines().map((line) => `  ${line}`),
  ],
  run: async (args, terminal) => {
    const values = valuesFrom(args);
    const users = values.users === undefined ? demoUsers : usersFrom(values.users);
    const script =
      values.faults === undefined
        ? undefined
        : faultScriptFrom(
            values.faults,
            users.map(({ userId }) => userId),
          );
    const port = wholeNumber('port', values.port, { to: 65_535 });
    const tls = tlsFrom(values.key, values.cert);
    const logged = withConnectionLog(exchangeFrom(values, users), terminal.error);
    const exchange = script === undefined ? logged : withScript(logged, script, terminal.error);
    const server = await serve({ exchange, port, host: values.host, ...tls }).catch((error: unknown) => {
      throw new Error(whyNotServed(error, values.host, port), { cause: error });
    });
    terminal.out(servedText({ url: server.url, exchange, users, script }, values.json));
    await terminal.stopped;
    await server.close();
    return 0;
  },
};
