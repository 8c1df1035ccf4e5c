import { createDeadlines } from '../../src/connection/deadlines.ts';
import type { ConnectionState } from '../../src/connection/state.ts';
import { ConnectionLost, RequestTimeout, TransportError } from '../../src/errors.ts';
import { overFor } from '../../src/requests/overFor.ts';
import { usableSocket$ } from '../../src/requests/usableSocket.ts';
import { marbles } from '../support/marbles.ts';
import { openedSocket } from '../support/openSocket.ts';

const none = (): undefined => undefined;
const query = { name: 'Add', isCommand: false };
const command = { name: 'Order', isCommand: true };
const cause = new TransportError('dropped');

const given = () => {
  const { socket, lose } = openedSocket();
  const states: Readonly<Record<string, ConnectionState>> = {
    c: { _tag: 'Connecting', attempt: 0 },
    r: { _tag: 'Connecting', attempt: 2 },
    w: { _tag: 'Waiting', delay: 5, cause },
    o: { _tag: 'Open', socket },
    x: { _tag: 'Closed' },
    g: { _tag: 'Closed', cause },
  };
  return { states, socket, lose, terms: { deadlines: createDeadlines(), requestTimeout: 8 } };
};

const unsent = (name: string, why: string, reason?: unknown) => new ConnectionLost(name, false, why, reason);

describe('usableSocket$', () => {
  it('emits the open socket at once, or a query the next one, and watches the states no longer', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const { states, socket, terms } = given();
      const open = cold('   o--', states);
      const later = cold('  w-r-o--', states);

      expectObservable(usableSocket$({ state$: open }, command, terms, 0, none)).toBe('(s|)', { s: socket });
      expectObservable(usableSocket$({ state$: later }, query, terms, 0, none)).toBe('----(s|)', {
        s: socket,
      });
      expectSubscriptions(open.subscriptions).toBe('(^!)');
      expectSubscriptions(later.subscriptions).toBe('^---!');
    });
  });

  it('has a command wait for the first opening and for nothing else', () => {
    marbles(({ cold, expectObservable }) => {
      const { states, socket, terms } = given();
      const asked = (drawn: string) =>
        usableSocket$({ state$: cold(drawn, states) }, command, terms, 0, none);

      expectObservable(asked('c--o')).toBe('---(s|)', { s: socket });
      expectObservable(asked('c--w')).toBe(
        '---#',
        undefined,
        unsent('Order', 'the connection is lost at present', cause),
      );
      expectObservable(asked('r--o')).toBe(
        '#',
        undefined,
        unsent('Order', 'the connection is being restored'),
      );
    });
  });

  it('errors with the cause where the connection is closed or was given up', () => {
    marbles(({ cold, expectObservable }) => {
      const { states, terms } = given();
      const asked = (drawn: string) => usableSocket$({ state$: cold(drawn, states) }, query, terms, 0, none);

      expectObservable(asked('c--(x|)')).toBe('---#', undefined, overFor('Add', undefined));
      expectObservable(asked('c--(g|)')).toBe('---#', undefined, overFor('Add', cause));
    });
  });

  it('does not take a socket that is over for one', () => {
    marbles(({ cold, expectObservable }) => {
      const { states, terms, lose } = given();
      lose();

      expectObservable(usableSocket$({ state$: cold('o----x', states) }, query, terms, 0, none)).toBe(
        '-----#',
        undefined,
        overFor('Add', undefined),
      );
    });
  });

  it('errors at the time limit, unsent, and stops when it is unsubscribed from', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const { states, terms } = given();
      const source = cold(' c', states);
      const socket$ = usableSocket$({ state$: source }, query, terms, 0, none);

      expectObservable(socket$).toBe('--------#', undefined, new RequestTimeout('Add', false, 8));
      expectObservable(socket$, '^--!').toBe('');
      expectSubscriptions(source.subscriptions).toBe(['^-------!', '^--!']);
    });
  });
});
