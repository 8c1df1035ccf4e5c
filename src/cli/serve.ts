import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { mismatches } from '../codec/mismatches.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
  type SimulatedUser,
} from '../simulator/index.ts';
import { serve } from '../simulator/node.ts';
import type { Command } from './command.ts';
import { withConnectionLog } from './connectionLog.ts';

const options = {
  port: { type: 'string', default: '0' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string', default: '1' },
  crowd: { type: 'string', default: '250' },
  users: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

const Users = t.readonlyArray(
  t.intersection([
    t.type({
      userId: t.number,
      userName: t.string,
      password: t.string,
      apiKey: t.string,
      secret: t.string,
      accounts: t.readonlyArray(t.number),
    }),
    t.partial({
      twoFactorCode: t.string,
      permissions: t.readonlyArray(t.keyof({ AccountReadOnly: null, Trading: null, Operator: null })),
    }),
  ]),
);

const usersFrom = (file: string): readonly SimulatedUser[] => {
  const users = Users.decode(JSON.parse(readFileSync(file, 'utf8')));
  if (E.isRight(users)) return users.right.map((user) => ({ permissions: ['Trading'], ...user }));
  const [first] = mismatches(users.left);
  throw new Error(`${file}: ${first?.path ?? ''} should be ${first?.expected ?? 'another value'}.`);
};

const numberFrom = (name: string, text: string): number => {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`--${name} takes a whole number, not ${text}.`);
};

const oneLine = (url: string, exchange: Exchange, users: readonly SimulatedUser[]): string =>
  JSON.stringify({
    url,
    users: users.map(({ userId, apiKey, secret, accounts }) => ({
      userId,
      apiKey,
      secret,
      accountId: accounts[0],
    })),
    instruments: exchange.market.instruments().map(({ InstrumentId, Symbol }) => ({ InstrumentId, Symbol })),
  });

const forPeople = (url: string, exchange: Exchange, users: readonly SimulatedUser[]): string =>
  [
    `A simulated exchange listens at ${url}`,
    `instruments: ${exchange.market
      .instruments()
      .map(({ InstrumentId, Symbol }) => `${Symbol} (${InstrumentId})`)
      .join(', ')}`,
    ...users.map(
      ({ userId, userName, apiKey, secret, accounts }) =>
        `user ${userId} ${userName}: key ${apiKey}, secret ${secret}, account ${accounts.join(' and ')}`,
    ),
    'Ctrl-C stops it.',
  ].join('\n');

/** Serves a simulated exchange until it is stopped. */
export const serveCommand: Command = {
  usage: 'serve [--port N] [--host H] [--seed N] [--crowd MS|off] [--users FILE] [--json]',
  summary: 'serve a simulated exchange and print its address and its users',
  run: async (args, terminal) => {
    const { values } = parseArgs({ args: [...args], options });
    const users = values.users === undefined ? demoUsers : usersFrom(values.users);
    const settings: ExchangeOptions = {
      seed: numberFrom('seed', values.seed),
      crowd: values.crowd === 'off' ? 'off' : numberFrom('crowd', values.crowd),
      users,
    };
    const exchange = withConnectionLog(createExchange(settings), terminal.error);
    const server = await serve({ exchange, port: numberFrom('port', values.port), host: values.host });
    terminal.out((values.json ? oneLine : forPeople)(server.url, exchange, users));
    await terminal.stopped;
    await server.close();
    return 0;
  },
};
