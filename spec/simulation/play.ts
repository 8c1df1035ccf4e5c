import { asyncScheduler, config, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { createExchange, type Exchange, type FaultKind, profiles } from '../../src/simulator/index.ts';
import { type Breach, createBoard, type Board } from './board.ts';
import type { Scenario } from './scenario.ts';
import { holeInTrades, untruth } from './truth.ts';
import { createUser, type User } from './user.ts';

/** What a run has come to. */
export interface Outcome {
  readonly breaches: readonly Breach[];
  readonly lines: readonly string[];
  readonly digest: number;
}

/** When all must be well again, in milliseconds after the last fault: the longest pauses of the library are a minute. */
export const convergenceDeadline = 120_000;
const checkEvery = 250;

/** What leaves behind a state that is wrong, and nothing to see it by: it ends with a fresh connection. */
const lies: readonly FaultKind[] = ['lose', 'ghost', 'crossed', 'late'];
/** What leaves holes in the trades that are told. */
const losesTrades: readonly FaultKind[] = ['lose', 'malformedPayload'];

const has = ({ script }: Scenario, kinds: readonly FaultKind[]): boolean =>
  script.faults.some(({ does }) => kinds.includes(does));

/** When the last of the faults has had its last effect. */
const endOf = ({ script }: Scenario): number =>
  script.lasts +
  script.faults.reduce((most, fault) => Math.max(most, fault.does === 'late' ? fault.by : 0), 0);

/** A minute ends two seconds after the begin, so that bars do. */
const startTime = 1_700_000_038_000;

const exchangeOf = ({ seed, profile, latency, crowd, script }: Scenario): Exchange =>
  createExchange({
    ...{ startTime, seed, latency, crowd, crowdInstruments: [1, 2], faults: script },
    ...(profile === 'none' ? {} : profiles[profile]),
  });

/** Why not all is well with a user yet. */
const troublesOf = (exchange: Exchange, user: User, probe: number | undefined): readonly string[] => {
  if (user.isClosed()) return [];
  const socket = user.tap.socket();
  if (socket?.isLoggedIn() !== true) return user.consumers().length === 0 ? [] : [`${user.name} is not open`];
  const wanted = new Set(user.consumers().map(({ stream }) => stream));
  const on = [...socket.streams.keys()];
  return [
    ...user.consumers().flatMap((consumer) => untruth(exchange, consumer, probe) ?? []),
    ...on.filter((stream) => !wanted.has(stream)).map((stream) => `${stream} is on and nobody listens`),
    ...[...wanted].filter((stream) => !on.includes(stream)).map((stream) => `${stream} is not on`),
  ].map((trouble) => `${user.name} ${trouble}`);
};

const runAll = (scenario: Scenario, board: Board): void => {
  const { seed, clients, steps } = scenario;
  const exchange = exchangeOf(scenario);
  let marks = 100_000;
  const nextMark = (): number => (marks += 1);
  const users = clients.map((setup, index) => createUser(setup, index, { seed, board, exchange, nextMark }));
  const faultsEnd = endOf(scenario);

  const finish = (): void => {
    for (const user of users) user.close();
    exchange.close();
    for (const user of users) user.judge();
    board.log('closed');
  };
  const depart = (): void => {
    for (const user of users) user.leaveAll();
    timer(500).subscribe(() => {
      for (const { name, tap } of users) {
        const left = [...(tap.socket()?.streams.keys() ?? [])];
        if (left.length > 0) board.breach('one subscription', `${name} leaves ${left.join(', ')} on`);
      }
      finish();
    });
  };
  const converge = (probes: ReadonlyMap<User, number>): void => {
    const since = asyncScheduler.now() - faultsEnd;
    const troubles = users.flatMap((user) => troublesOf(exchange, user, probes.get(user)));
    if (troubles.length > 0 && since < convergenceDeadline) {
      probeAndConverge();
      return;
    }
    if (troubles.length > 0) board.breach('convergence', troubles.join('; '));
    else board.log(`all is well ${since} ms after the last fault`);
    if (!has(scenario, losesTrades)) {
      for (const user of users) {
        const holes = user.consumers().flatMap((consumer) => holeInTrades(exchange, consumer) ?? []);
        if (holes.length > 0) board.breach('trades whole', `${user.name} has ${holes.join('; ')}`);
      }
    }
    depart();
  };
  const probeAndConverge = (): void => {
    const probes = users.filter(mayProbe).map((user) => [user, user.probe()] as const);
    timer(checkEvery).subscribe(() => converge(new Map(probes)));
  };

  const takeFrom = (index: number): void => {
    const step = steps[index];
    if (step === undefined) return;
    timer(Math.max(0, step.at - asyncScheduler.now())).subscribe(() => {
      users[step.client]?.take(step);
      takeFrom(index + 1);
    });
  };
  takeFrom(0);
  timer(faultsEnd + 1).subscribe(() => {
    board.log('the faults are over');
    if (has(scenario, lies)) exchange.drop();
    timer(checkEvery).subscribe(probeAndConverge);
  });
};

const mayProbe = (user: User): boolean => user.isTrader && !user.isClosed();

/** Runs a scenario in virtual time. The same scenario has the same outcome, to the last line of its log. */
export const play = (scenario: Scenario): Outcome => {
  const board = createBoard();
  const scheduler = new TestScheduler(() => undefined);
  const { onUnhandledError } = config;
  config.onUnhandledError = (error: unknown) => board.breach('uncaught', whatOf(error));
  try {
    scheduler.run(({ flush }) => {
      runAll(scenario, board);
      flush();
      const closedAt = board.lines.findLast((line) => line.endsWith(' closed'));
      if (closedAt === undefined) board.breach('ends', 'the run never came to its end');
      else if (Number.parseInt(closedAt, 10) !== asyncScheduler.now())
        board.breach('no timers left', `one ran at ${asyncScheduler.now()} after ${closedAt}`);
    });
  } catch (error) {
    board.breach('uncaught', whatOf(error));
  } finally {
    config.onUnhandledError = onUnhandledError;
  }
  return { breaches: board.breaches, lines: board.lines, digest: board.digest() };
};

const whatOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
