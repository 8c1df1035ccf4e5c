import { map } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { streamEvents$ } from '../../src/market/streamEvents.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { SubscribeTrades } from '../../src/topics/SubscribeTrades.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const no = (errorcode: number) => ({ result: false, errormsg: 'no', errorcode, detail: null });
const setUp = (options: Parameters<typeof connect>[1] = {}) => {
  const exchange = scriptedExchange({
    answer: ({ name }) => (name === 'SubscribeTrades' ? [] : { result: true }),
  });
  const client = connect(exchange, options);
  const tag$ = streamEvents$(client, SubscribeTrades, { InstrumentId: 1 }).pipe(
    map((event) => (event._tag === 'Message' ? event.message._tag : event._tag)),
  );
  return { exchange, client, tag$ };
};
const values = { s: 'Snapshot', l: 'Lost', f: 'Failed' };

describe('streamEvents$', () => {
  it('tells a loss as it happens, and the snapshot after it; completes when the client is closed', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, tag$ } = setUp();
      cold('--d').subscribe(() => exchange.drop());
      cold('---------c').subscribe(() => client.close());
      const expected = 's-l----s-|';

      expectObservable(tag$).toBe(expected, values);
    });
  });

  it('is begun again where what went wrong may pass', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, tag$ } = setUp();
      exchange.script({ answer: () => no(102) });
      cold('--x').subscribe(() => exchange.script({ answer: () => [] }));

      expectObservable(tag$, '1005ms !').toBe('l 999ms s', values);
    });
  });

  it('ends where it does not', () => {
    marbles(({ expectObservable }) => {
      const { exchange, tag$ } = setUp();
      exchange.script({ answer: () => no(104) });

      expectObservable(tag$).toBe('(lf|)', values);
    });
  });

  it('ends when the connection is given up, with the cause', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    const seen: unknown[] = [];
    streamEvents$(client, SubscribeTrades, { InstrumentId: 1 }).subscribe({
      next: (event) => seen.push(event),
      complete: () => seen.push('complete'),
    });
    exchange.drop('gone');
    expect(seen.slice(-2)).toEqual([{ _tag: 'Failed', cause: new TransportError('gone') }, 'complete']);
  });
});
