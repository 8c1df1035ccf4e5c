import { timer } from 'rxjs';
import type { Exchange } from '../../../src/simulator/index.ts';
import { accountText, accountUntruth } from '../accountTruth.ts';
import type { Board } from '../board.ts';
import type { Scenario } from '../scenario.ts';
import type { User } from '../user/user.ts';

const checkEvery = 250;
/** How long nothing must have happened for what is told of an account to have to be true, in milliseconds. */
const quietFor = 1_500;

const ruleOf = { Open: 'orders true', Balances: 'balances true', Fills: 'fills whole' } as const;

/** Looks again and again whether what is told of an account is true. */
export const watchAccounts = (
  { latency, script }: Scenario,
  board: Board,
  exchange: Exchange,
  users: readonly User[],
): void => {
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
        board.breach(ruleOf[seen.of._tag], `${user.name} ${consumer.what} ${why}`);
      }
  };
  const look = (): void => {
    for (const user of users) if (user.account !== undefined && !user.isClosed()) check(user, user.account);
    if (board.now() < script.lasts) timer(checkEvery).subscribe(look);
  };
  timer(checkEvery).subscribe(look);
};
