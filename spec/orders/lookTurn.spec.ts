import { asyncScheduler } from 'rxjs';
import { inner } from '../../src/connection/inner.ts';
import type { ConnectionState } from '../../src/connection/state.ts';
import { TransportError } from '../../src/errors.ts';
import { lookTurn$ } from '../../src/orders/lookTurn.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles, type RunHelpers } from '../support/marbles.ts';
import { openedSocket } from '../support/openSocket.ts';

const cause = new TransportError('dropped');

/** A connection whose states are drawn; where `mayUse` says no, the machine has slept. */
const setUp = ({ hot }: RunHelpers, drawn: string, mayUse = () => true) => {
  const { socket } = openedSocket();
  const states: Readonly<Record<string, ConnectionState>> = {
    c: { _tag: 'Connecting', attempt: 2, cause },
    a: { _tag: 'Authenticating', attempt: 2, cause },
    o: { _tag: 'Open', socket },
    p: { _tag: 'Probing', socket },
    w: { _tag: 'Waiting', delay: 5, cause },
    x: { _tag: 'Closed' },
  };
  const client = connect(scriptedExchange());
  const tools = { ...client[inner], socketToUse: () => (mayUse() ? socket : undefined) };
  const state$ = hot(drawn, states);
  const connection = { ...client, state$, [inner]: tools };
  return { state$, turn$: (rank = 1) => lookTurn$(connection, rank) };
};

const turn = { t: undefined };

describe('lookTurn$', () => {
  it('comes at once on an open link, once, and watches it no longer', () => {
    marbles((helpers) => {
      const { state$, turn$ } = setUp(helpers, '-o-w-o');
      helpers.expectObservable(turn$()).toBe('-(t|)', turn);
      helpers.expectSubscriptions(state$.subscriptions).toBe('^!');
    });
  });

  it('comes at the pace of the looks, the smallest rank first', () => {
    marbles((helpers) => {
      const { turn$ } = setUp(helpers, '--o');
      helpers.expectObservable(turn$(1)).toBe('--(t|)', turn);
      helpers.expectObservable(turn$(3)).toBe('1002ms (t|)', turn);
      helpers.expectObservable(turn$(2)).toBe('502ms (t|)', turn);
    });
  });

  it.each([
    ['lost and opened again', 'o 599ms wca 2s o', 2_603],
    ['probed and found open', 'o 599ms p 2s o', 2_601],
    ['probed and lost', 'o 599ms p 499ms wca 2s o', 3_103],
  ])('is not given while the link is %s: those who wait do not leave together', (_name, drawn, openAt) => {
    marbles((helpers) => {
      const { turn$ } = setUp(helpers, drawn);
      helpers.expectObservable(turn$()).toBe('(t|)', turn);
      helpers.expectObservable(turn$()).toBe('500ms (t|)', turn);
      for (const wait of [0, 500, 1_000])
        helpers.expectObservable(turn$()).toBe(`${openAt + wait}ms (t|)`, turn);
    });
  });

  it('comes later where it cannot be used when it comes', () => {
    marbles((helpers) => {
      const { turn$ } = setUp(helpers, 'o', () => asyncScheduler.now() > 600);
      helpers.expectObservable(turn$()).toBe('1s (t|)', turn);
    });
  });

  it('never comes when the connection is over', () => {
    marbles((helpers) => {
      const { turn$ } = setUp(helpers, '--o--(x|)');
      helpers.expectObservable(turn$(1)).toBe('--(t|)', turn);
      helpers.expectObservable(turn$(2)).toBe('-----|');
      helpers.flush();
      expect(asyncScheduler.now()).toBe(5);
    });
  });

  it('is given to the next where somebody leaves', () => {
    marbles((helpers) => {
      const { turn$ } = setUp(helpers, 'o');
      helpers.expectObservable(turn$(1)).toBe('(t|)', turn);
      helpers.expectObservable(turn$(2), '300ms !').toBe('');
      helpers.expectObservable(turn$(3)).toBe('500ms (t|)', turn);
    });
  });
});
