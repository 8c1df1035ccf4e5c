import { printable, printableLines } from './printable.ts';
import type { Exchange, FaultScript, SimulatedUser } from '../simulator/index.ts';

/** What there is to say of an exchange that is served. */
export interface Served {
  readonly url: string;
  readonly exchange: Exchange;
  readonly users: readonly SimulatedUser[];
  readonly script: FaultScript | undefined;
}

const oneLine = ({ url, exchange, users, script }: Served): string =>
  JSON.stringify({
    url,
    users: users.map(({ userId, apiKey, secret, accounts }) => ({
      userId,
      apiKey,
      secret,
      accountId: accounts[0],
    })),
    instruments: exchange.market.instruments().map(({ InstrumentId, Symbol }) => ({ InstrumentId, Symbol })),
    ...(script !== undefined && { faults: script }),
  });

const userLines = (user: SimulatedUser): readonly string[] => [
  `user ${user.userId}, ${user.userName}: account ${user.accounts.join(' and ')}, ${user.permissions.join(' and ')}`,
  `  API key ${user.apiKey}, secret ${user.secret}`,
  `  password ${user.password}${user.twoFactorCode === undefined ? '' : `, second factor ${user.twoFactorCode}`}`,
];

const forPeople = ({ url, exchange, users, script }: Served): string =>
  [
    `A simulated exchange listens at ${url}`,
    `instruments: ${exchange.market
      .instruments()
      .map(({ InstrumentId, Symbol }) => `${Symbol} (${InstrumentId})`)
      .join(', ')}`,
    ...users.flatMap(userLines),
    ...(script === undefined
      ? []
      : [
          `faults, from the first connection on, within ${script.lasts} ms:`,
          ...script.faults.map((fault) => `  ${JSON.stringify(fault)}`),
        ]),
    'Ctrl-C stops it.',
  ].join('\n');

/** Tells how to use an exchange that is served: in one line of JSON for programs, or in lines for people. */
export const servedText = (served: Served, isJson: boolean): string =>
  isJson ? printable(oneLine(served)) : printableLines(forPeople(served));
