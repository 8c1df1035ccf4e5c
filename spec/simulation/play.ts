import { config, timer } from 'rxjs';
import type { Resolve } from '../../src/index.ts';
import { createExchange, type Exchange, type FaultKind, profiles } from '../../src/simulator/index.ts';
import { defaultInstruments } from '../../src/simulator/market/catalogue.ts';
import { accountText, accountUntruth } from './accountTruth.ts';
import { type Board, type Breach, createBoard } from './board.ts';
import type { Consumer } from './consumers/consumer.ts';
import { watchMoney } from './money.ts';
import type { Scenario, Step } from './scenario.ts';
import { holeInTrades, untruth } from './truth.ts';
import { createUser, type User } from './user/user.ts';
import { inVirtualTime, startOfRun } from './virtualTime.ts';

/** What a run has come to. */
export interface Outcome {
  readonly breaches: readonly Breach[];
  readonly lines: readonly string[];
  readonly digest: () => number;
}

/**
 * When all must be well again, in milliseconds after the last fault: the longest pauses of the library are a minute, and
 * an order that nobody finds is looked for as long as that.
 */
export const convergenceDeadline = 120_000;
/** And where nothing but audits finds what is wrong: two of them, a minute apart, and a repair. */
const auditedDeadline = 240_000;
const checkEvery = 250;
const laterEvery = 2_000;

/** What leaves behind a state that is wrong, and nothing to see it by but an audit. */
const lies: readonly FaultKind[] = ['lose', 'ghost', 'crossed', 'late'];
/** What leaves holes in the trades that are told. */
const losesTrades: readonly FaultKind[] = ['lose', 'malformedPayload'];
/** Where these happen, what is told of an account may be wrong until it is asked for again. */
const lossy: readonly FaultKind[] = [
  ...(['lose', 'mute', 'swapFills', 'historyLag', 'late', 'swallow', 'malformedPayload'] as const),
  ...(['drip', 'withhold', 'delay', 'reorder'] as const),
];
/** Where these happen, an end of an order may be disproved. */
const disproved: readonly FaultKind[] = [
  'late',
  'lose',
  'swallow',
  'historyLag',
  'idReuse',
  'malformedPayload',
];
/** What somebody watches over, and would find out. */
const audited: readonly string[] = ['orderBook', 'touch', 'orders', 'openOrders', 'balances', 'fills'];

const has = ({ script }: Scenario, kinds: readonly FaultKind[]): boolean =>
  script.faults.some(({ does }) => kinds.includes(does));

/** When the last of the faults has had its last effect. */
const endOf = ({ script, busy }: Scenario): number =>
  Math.max(script.lasts, ...busy.map(({ at, lasts }) => at + lasts)) +
  script.faults.reduce((most, fault) => Math.max(most, fault.does === 'late' ? fault.by : 0), 0);

/** The age at which a hasty program gives up. */
const giveUp = 100_000;
/** How long it waits from one look to the next, in milliseconds. */
const hastyPause = 400;

/** Looks soon and says soon that there is no order: after twice the longest that one may be late, by lists that may be old. */
const hasty = ({ script, busy }: Scenario): Resolve => {
  const longest = (does: 'late' | 'historyLag'): number =>
    script.faults.reduce((most, fault) => Math.max(most, fault.does === does ? fault.by : 0), 0);
  const minAge =
    500 + longest('late') + longest('historyLag') + busy.reduce((sum, { lasts }) => sum + lasts, 0);
  return ({ age, looks, isOn }) => {
    const clean = looks.filter((look) => look.isClean && look.isOfThisSession && look.age >= minAge);
    if (clean.length >= 2) return { verdict: 'NotFound', reason: 'it is not there' };
    if (age >= giveUp) return { verdict: 'Unresolved', reason: 'nobody answers' };
    const lookAt = isOn ? (looks.at(-1)?.age ?? 0) + hastyPause : giveUp;
    return { lookIn: Math.max(0, Math.min(lookAt, giveUp) - age) };
  };
};

/** The instruments that anybody looks at. */
const traded = (steps: readonly Step[]): readonly number[] =>
  steps.some((step) => step.does === 'join' && step.instrument === 2) ? [1, 2] : [1];

/** They differ in this alone from what the exchange has by itself. */
const instrumentsOf = ({ mayTradeWithItself }: Scenario) =>
  defaultInstruments.map((instrument) => ({ ...instrument, SelfTradePrevention: !mayTradeWithItself }));

const exchangeOf = (scenario: Scenario): Exchange => {
  const { seed, profile, latency, crowd, script, steps } = scenario;
  return createExchange({
    ...{ startTime: startOfRun, seed, latency, crowd, crowdInstruments: traded(steps), faults: script },
    ...(profile === 'none' ? {} : profiles[profile]),
    instruments: instrumentsOf(scenario),
  });
};

interface Claims {
  /** Whether only what is audited must be right. */
  readonly isAuditedOnly: boolean;
  readonly probe: number | undefined;
}

/** Why not all is well with a user yet. */
const troublesOf = (exchange: Exchange, user: User, { isAuditedOnly, probe }: Claims): readonly string[] => {
  if (user.isClosed()) return [];
  const orders = user.trading?.troubles() ?? [];
  const socket = user.tap.socket();
  const mayHold = user.mayHold();
  if (socket?.isLoggedIn() !== true)
    return user.consumers().length === 0 && mayHold === undefined ? orders : [`${user.name} is not open`];
  const wanted = new Set(user.consumers().map(({ stream }) => stream));
  const on = [...socket.streams.keys()];
  const isClaimed = ({ what, stream }: Consumer): boolean =>
    !isAuditedOnly || (audited.includes(what) && !stream.startsWith('Level1'));
  const claimed = user.consumers().filter(isClaimed);
  return [
    ...claimed.flatMap((consumer) => untruth(exchange, consumer, user.account, probe) ?? []),
    ...on
      .filter((stream) => !wanted.has(stream) && stream !== mayHold)
      .map((stream) => `${stream} is on and nobody listens`),
    ...[...wanted].filter((stream) => !on.includes(stream)).map((stream) => `${stream} is not on`),
    ...orders,
  ].map((trouble) => `${user.name} ${trouble}`);
};

/** How long nothing must have happened for what is told of an account to have to be true, in milliseconds. */
const quietFor = 1_500;

/** Looks again and again whether what is told of an account is true, wherever that can be claimed. */
const watchAccounts = (
  scenario: Scenario,
  board: Board,
  exchange: Exchange,
  users: readonly User[],
): void => {
  const { latency, script } = scenario;
  if (has(scenario, lossy) || scenario.busy.length > 0) return;
  const known = new Map<User, { readonly text: string; readonly since: number }>();
  const check = (user: User, account: number): void => {
    const text = accountText(exchange, account);
    const before = known.get(user);
    if (before?.text !== text) known.set(user, { text, since: board.now() });
    else if (board.now() - before.since > quietFor + 2 * latency)
      for (const consumer of user.consumers()) {
        const seen = consumer.known();
        if (seen._tag !== 'Account' || !consumer.isLive() || !seen.isLive) continue;
        const why = accountUntruth(exchange, account, seen.of, seen.rows());
        if (why === undefined) continue;
        const rule =
          seen.of._tag === 'Balances'
            ? 'balances true'
            : seen.of._tag === 'Fills'
              ? 'fills whole'
              : 'orders true';
        board.breach(rule, `${user.name} ${consumer.what} ${why}`);
      }
  };
  const look = (): void => {
    for (const user of users) if (user.account !== undefined && !user.isClosed()) check(user, user.account);
    if (board.now() < script.lasts) timer(checkEvery).subscribe(look);
  };
  timer(checkEvery).subscribe(look);
};

const runAll = (scenario: Scenario, board: Board): void => {
  const { seed, clients, steps } = scenario;
  const exchange = exchangeOf(scenario);
  // What was asked for in one run is never taken for another's.
  let marks = 1_000_000 + (seed % 200_000) * 5_000;
  const nextMark = (): number => (marks += 1);
  const surroundings = {
    ...{ seed, board, exchange, nextMark },
    mayTradeWithItself: scenario.mayTradeWithItself,
    mayLag: has(scenario, ['historyLag', 'late']),
    mayLose: has(scenario, ['lose']),
    mayContradict: has(scenario, disproved),
    mayBeMalformed: has(scenario, ['malformedPayload', 'malformedFrame']),
    resolve: scenario.isHasty ? hasty(scenario) : undefined,
    slack: scenario.busy.reduce((sum, { lasts }) => sum + lasts, 0) + (scenario.busy.length > 0 ? 100 : 0),
  };
  const users = clients.map((setup, index) => createUser(setup, index, surroundings));
  const money = watchMoney(
    exchange,
    users.flatMap(({ account }) => account ?? []),
  );
  const faultsEnd = endOf(scenario);
  const isLying = has(scenario, lies);
  const isAuditedOnly = isLying && seed % 2 === 0;
  const deadline = isAuditedOnly ? auditedDeadline : convergenceDeadline;

  const finish = (): void => {
    for (const user of users) user.close();
    exchange.close();
    for (const user of users) user.judge();
    for (const wrong of money.wrong()) board.breach('money', wrong);
    board.log('closed');
  };
  const depart = (): void => {
    for (const user of users) user.leaveAll();
    timer(500).subscribe(() => {
      for (const user of users) {
        user.joinAnew();
        const left = [...(user.tap.socket()?.streams.keys() ?? [])].filter(
          (stream) => stream !== user.mayHold(),
        );
        // What has just been joined and left is on its way out.
        if (left.some((stream) => !/^(Level[12]|Ticker):[12]$/.test(stream)))
          board.breach('one subscription', `${user.name} leaves ${left.join(', ')} on`);
      }
      timer(500).subscribe(() => {
        for (const { name, tap, mayHold } of users) {
          const left = [...(tap.socket()?.streams.keys() ?? [])].filter((stream) => stream !== mayHold());
          if (left.length > 0) board.breach('one subscription', `${name} leaves ${left.join(', ')} on`);
        }
        finish();
      });
    });
  };
  const converge = (probes: ReadonlyMap<User, number>): void => {
    const since = board.now() - faultsEnd;
    const troubles = users.flatMap((user) =>
      troublesOf(exchange, user, { isAuditedOnly, probe: probes.get(user) }),
    );
    if (troubles.length > 0 && since < deadline) {
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
    const pause = board.now() - faultsEnd < 3_000 ? checkEvery : laterEvery;
    timer(pause).subscribe(() => converge(new Map(probes)));
  };

  const takeFrom = (index: number): void => {
    const step = steps[index];
    if (step === undefined) return;
    timer(Math.max(0, step.at - board.now())).subscribe(() => {
      users[step.client]?.take(step);
      takeFrom(index + 1);
    });
  };
  takeFrom(0);
  watchAccounts(scenario, board, exchange, users);
  timer(faultsEnd + 1).subscribe(() => {
    board.log('the faults are over');
    if (isLying && !isAuditedOnly) exchange.drop();
    timer(checkEvery).subscribe(probeAndConverge);
  });
};

/** Whether an order would tell whether somebody hears of the account. */
const mayProbe = (user: User): boolean =>
  user.account !== undefined &&
  !user.isClosed() &&
  user.consumers().some(({ known }) => known()._tag === 'Orders');

/** Runs a scenario in virtual time. The same scenario has the same outcome, to the last line of its log. */
export const play = (scenario: Scenario): Outcome => {
  const clocks = { now: () => 0, clockSteps: () => 0 };
  const board = createBoard({ now: () => clocks.now(), clockSteps: () => clocks.clockSteps() });
  const { onUnhandledError } = config;
  config.onUnhandledError = (error: unknown) => board.breach('uncaught', whatOf(error));
  try {
    inVirtualTime(
      scenario,
      ({ elapsed, steps }) => {
        Object.assign(clocks, { now: elapsed, clockSteps: steps });
        runAll(scenario, board);
      },
      () => {
        const closedAt = board.lines.findLast((line) => line.endsWith(' closed'));
        if (closedAt === undefined) board.breach('ends', 'the run never came to its end');
        else if (Number.parseInt(closedAt, 10) !== board.now())
          board.breach('no timers left', `one ran at ${board.now()} after ${closedAt}`);
      },
    );
  } catch (error) {
    board.breach('uncaught', whatOf(error));
  } finally {
    config.onUnhandledError = onUnhandledError;
  }
  return { breaches: board.breaches, lines: board.lines, digest: board.digest };
};

const whatOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
