import { map } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { rowInputs$ } from '../../src/market/rowInputs.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { SubscribeTrades, type SubscribeTradesRequest } from '../../src/topics/SubscribeTrades.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const row = [7, 1, 0.5, 100, 7, 8, 1_700_000_000_000, 0, 1, 0, 0];
const no = (errorcode: number) => ({ result: false, errormsg: 'no', errorcode, detail: null });

/** An exchange where a symbol stands for what `move` says last. */
const setUp = (options: Parameters<typeof connect>[1] = {}) => {
  let id = 1;
  const exchange = scriptedExchange({
    answer: ({ name }) => (name === 'GetInstruments' ? [{ InstrumentId: id, Symbol: 'AB' }] : []),
  });
  const client = connect(exchange, options);
  const tag$ = (params: SubscribeTradesRequest) =>
    rowInputs$(client, SubscribeTrades, params).pipe(map(({ _tag }) => _tag));
  const move = (to: number): void => {
    id = to;
  };
  return { exchange, client, tag$, move };
};
const one = { InstrumentId: 1 };
const values = { s: 'Snapshot', u: 'Update', l: 'Lost', m: 'Moved', f: 'Failed' };

describe('rowInputs$', () => {
  it('tells how a stream begins, goes on, is lost and begins again; completes when the client is closed', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, tag$ } = setUp();
      cold('-----u').subscribe(() => exchange.push({ name: 'TradeDataUpdateEvent', payload: [row] }));
      cold('-------d').subscribe(() => exchange.drop());
      cold('---------------c').subscribe(() => client.close());
      const expected = '(ls)-u-l----s--(l|)';

      expectObservable(tag$(one)).toBe(expected, values);
    });
  });

  it('says how many rows were asked for, whoever asked', () => {
    const { client } = setUp();
    const counts: unknown[] = [];
    const count = (params: SubscribeTradesRequest) =>
      rowInputs$(client, SubscribeTrades, params).subscribe(
        (input) => input._tag === 'Snapshot' && counts.push(input.count),
      );
    count({ ...one, IncludeLastCount: 10 });
    count({ ...one, IncludeLastCount: 30 });
    count({ ...one, IncludeLastCount: 20 });
    expect(counts).toEqual([10, 10, 30, 30, 30]);
    client.close();
  });

  it('says that a symbol has moved, before the new instrument is told of, and only where it has', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client, tag$, move } = setUp();
      cold('------d').subscribe(() => exchange.drop());
      cold('----------------d').subscribe(() => {
        move(2);
        exchange.drop();
      });
      cold('30ms c').subscribe(() => client.close());
      const expected = '(lls)-l----(ls)-l----(mls)----(l|)';

      expectObservable(tag$({ Symbol: 'AB' })).toBe(expected, values);
    });
  });

  it('is begun again where what went wrong may pass', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, tag$ } = setUp();
      exchange.script({ answer: () => no(102) });
      cold('--x').subscribe(() => exchange.script({ answer: () => [] }));

      expectObservable(tag$(one), '600ms !').toBe('(ll) 496ms s', values);
    });
  });

  it.each([
    ['there is no such thing', one, '(lf|)'],
    ['there is no such symbol', { Symbol: 'NONE' }, '(lf|)'],
    ['the parameters cannot be sent', { InstrumentId: 0.5 }, '(f|)'],
  ])('ends where %s', (_name, params, expected) => {
    marbles(({ expectObservable }) => {
      const { exchange, tag$ } = setUp();
      exchange.script({ answer: ({ name }) => (name === 'GetInstruments' ? [] : no(104)) });

      expectObservable(tag$(params)).toBe(expected, values);
    });
  });

  it('ends when the connection is given up, with the cause', () => {
    const { exchange, client } = setUp({ backoff: () => null });
    const seen: unknown[] = [];
    rowInputs$(client, SubscribeTrades, one).subscribe({
      next: (input) => seen.push(input),
      complete: () => seen.push('complete'),
    });
    exchange.drop('gone');
    expect(seen.slice(-2)).toEqual([{ _tag: 'Failed', cause: new TransportError('gone') }, 'complete']);
  });

  it('tells a loss in the midst of what brings it about, and nothing of the socket behind it', () => {
    const { client, exchange } = setUp();
    const seen: string[] = [];
    rowInputs$(client, SubscribeTrades, { Symbol: 'AB' }).subscribe(({ _tag }) => {
      seen.push(_tag);
      if (_tag === 'Snapshot') exchange.drop();
      seen.push(`${_tag} was told`);
    });

    expect(seen.slice(-4)).toEqual(['Snapshot', 'Lost', 'Lost was told', 'Snapshot was told']);
    client.close();
  });
});
