import {
  type Account,
  andThen,
  forEach,
  newAccount,
  standingOf,
  withStatus,
} from '../../src/orders/account.ts';
import { put } from '../../src/orders/shelf.ts';
import { emptyStanding } from '../../src/orders/standing.ts';
import { putRecent } from '../../src/orders/recent.ts';

const asked = (account: Account) =>
  [
    { ...account, arrivals: account.arrivals + 1 },
    [{ _tag: 'Told', OrderId: account.arrivals, how: 'event' }],
  ] as const;

describe('an account', () => {
  it('is restoring before anything is known, with nothing in it', () => {
    expect(newAccount(7, 5)).toMatchObject({ status: 'restoring', since: 5, epoch: 0, open: { size: 0 } });
  });

  it('keeps the time of a change of its status while it is the same', () => {
    const live = withStatus(newAccount(7, 5), 'live', 9);
    expect([live.since, withStatus(live, 'live', 12).since, withStatus(live, 'stale', 12).since]).toEqual([
      9, 9, 12,
    ]);
  });

  it('finds an order among the open ones and among those that are over', () => {
    const account = newAccount(7, 0);
    const [rest] = putRecent(account.rest, 2, { ...emptyStanding, arrival: 2 });
    const known = { ...account, open: put(account.open, 1, { ...emptyStanding, arrival: 1 }), rest };
    expect([1, 2, 3].map((id) => standingOf(known, id)?.arrival)).toEqual([1, 2, undefined]);
  });

  it('takes one step after another, and collects what they ask', () => {
    const account = newAccount(7, 0);
    const [two, asks] = andThen(asked(account), asked);
    expect([two.arrivals, asks.length]).toEqual([2, 2]);
    const [three, more] = forEach(account, [1, 2, 3], (before) => asked(before));
    expect([three.arrivals, more.map((ask) => 'OrderId' in ask && ask.OrderId)]).toEqual([3, [0, 1, 2]]);
  });
});
