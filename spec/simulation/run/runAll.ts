import { timer } from 'rxjs';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Board } from '../board.ts';
import { watchMoney } from '../money.ts';
import type { Scenario, Step } from '../scenario.ts';
import type { Surroundings } from '../user/surroundings.ts';
import { createUser, type User } from '../user/user.ts';
import { type Claims, claimsOf } from './claims.ts';
import { converge } from './converge.ts';
import { depart } from './depart.ts';
import { exchangeOf } from './exchangeOf.ts';
import { hasty } from './hasty.ts';
import { watchAccounts } from './watchAccounts.ts';

/** How much longer anything may take because the program is busy. */
const slackOf = ({ busy }: Scenario): number =>
  busy.length === 0 ? 0 : busy.reduce((sum, { lasts }) => sum + lasts, 100);

const surroundingsOf = (
  scenario: Scenario,
  board: Board,
  exchange: Exchange,
  claims: Claims,
): Surroundings => {
  const { seed, mayTradeWithItself } = scenario;
  // What was asked for in one run is never taken for another's.
  let marks = 1_000_000 + (seed % 200_000) * 5_000;
  return {
    ...{ seed, board, exchange, mayTradeWithItself },
    ...claims,
    nextMark: () => (marks += 1),
    resolve: scenario.isHasty ? hasty(scenario) : undefined,
    slack: slackOf(scenario),
  };
};

/** Each step in its time. */
const takeAll = (board: Board, users: readonly User[], steps: readonly Step[]): void => {
  const takeFrom = (index: number): void => {
    const step = steps[index];
    if (step === undefined) return;
    timer(Math.max(0, step.at - board.now())).subscribe(() => {
      users[step.client]?.take(step);
      takeFrom(index + 1);
    });
  };
  takeFrom(0);
};

/** Has all happen that a scenario is made of, and holds it to what can be claimed of it. */
export const runAll = (scenario: Scenario, board: Board): void => {
  const claims = claimsOf(scenario);
  const exchange = exchangeOf(scenario);
  const surroundings = surroundingsOf(scenario, board, exchange, claims);
  const users = scenario.clients.map((setup, index) => createUser(setup, index, surroundings));
  const money = watchMoney(
    exchange,
    users.flatMap(({ account }) => account ?? []),
  );
  const finish = (): void => {
    for (const user of users) user.close();
    exchange.close();
    for (const user of users) user.judge();
    for (const wrong of money.wrong()) board.breach('money', wrong);
    board.log('closed');
  };
  takeAll(board, users, scenario.steps);
  if (claims.areAccountsTrue) watchAccounts(scenario, board, exchange, users);
  timer(claims.faultsEnd + 1).subscribe(() => {
    board.log('the faults are over');
    if (claims.isLying && !claims.isAuditedOnly) exchange.drop();
    converge({ board, exchange, users, claims }, () => depart(board, users, finish));
  });
};
