import { timer } from 'rxjs';
import type { Exchange } from '../../../src/simulator/index.ts';
import type { Board } from '../board.ts';
import { holeInTrades } from '../truth.ts';
import type { User } from '../user/user.ts';
import type { Claims } from './claims.ts';
import { troublesOf } from './troublesOf.ts';

/** How long it is from one look to the next, in milliseconds: at first, and once it takes longer. */
const checkEvery = 250;
const laterEvery = 2_000;

/** Whether an order would tell whether somebody hears of the account. */
const mayProbe = (user: User): boolean =>
  user.account !== undefined &&
  !user.isClosed() &&
  user.consumers().some(({ known }) => known()._tag === 'Orders');

/** What is looked at until all is well. */
export interface Present {
  readonly board: Board;
  readonly exchange: Exchange;
  readonly users: readonly User[];
  readonly claims: Claims;
}

const checkTrades = ({ board, exchange, users }: Present): void => {
  for (const user of users) {
    const holes = user.consumers().flatMap((consumer) => holeInTrades(exchange, consumer) ?? []);
    if (holes.length > 0) board.breach('trades whole', `${user.name} has ${holes.join('; ')}`);
  }
};

/** Looks again and again whether all is well, for as long as it may take; then goes on. */
export const converge = (present: Present, done: () => void): void => {
  const { board, exchange, users, claims } = present;
  const since = (): number => board.now() - claims.faultsEnd;
  const judge = (probes: ReadonlyMap<User, number>): void => {
    const troubles = users.flatMap((user) =>
      troublesOf(exchange, user, { isAuditedOnly: claims.isAuditedOnly, probe: probes.get(user) }),
    );
    if (troubles.length > 0 && since() < claims.deadline) {
      look();
      return;
    }
    if (troubles.length > 0) board.breach('convergence', troubles.join('; '));
    else board.log(`all is well ${since()} ms after the last fault`);
    if (claims.areTradesWhole) checkTrades(present);
    done();
  };
  const look = (): void => {
    const probes = users.filter(mayProbe).map((user) => [user, user.probe()] as const);
    timer(since() < 3_000 ? checkEvery : laterEvery).subscribe(() => judge(new Map(probes)));
  };
  timer(checkEvery).subscribe(look);
};
