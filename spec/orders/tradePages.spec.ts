import { asyncScheduler, map, of, timer } from 'rxjs';
import type { OrderTrade } from '../../src/codec/records/OrderTrade.ts';
import { lacking } from '../../src/codec/leftOut.ts';
import { ConnectionLost, isClientError } from '../../src/errors.ts';
import { type Trades, tradesPage } from '../../src/orders/paging.ts';
import { trades$, type TradeList } from '../../src/orders/tradePages.ts';
import { marbles } from '../support/marbles.ts';
import { trade } from './support/order.ts';
import { session } from './support/scripted.ts';

const list = (length: number): readonly OrderTrade[] =>
  Array.from({ length }, (_, index) => trade({ TradeId: length - index }));
const pageOf = (all: readonly OrderTrade[], StartIndex: number): readonly OrderTrade[] =>
  all.slice(StartIndex, StartIndex + tradesPage);
const call = 'GetAccountTrades';
const say = ({ rows, leftOut }: Trades): string => `${rows.length} ${leftOut}`;

/** What is told of a list, and when; the client is closed after so long. */
const told = (ask$: TradeList['ask$'], more: Partial<TradeList> = {}, closesAt = 90_000) => {
  const lines: string[] = [];
  const errors: string[] = [];
  marbles(({ flush }) => {
    const { client } = session(undefined, closesAt);
    const at = (line: string): void => void lines.push(`${asyncScheduler.now()} ms: ${line}`);
    client.error$.subscribe(({ message }) => errors.push(message));
    trades$(client, { call, ask$, ...more }).subscribe({
      next: (trades) => at(say(trades)),
      error: (error: unknown) => at(isClientError(error) ? error._tag : 'odd'),
      complete: () => at('end'),
    });
    flush();
  });
  return { lines, errors };
};

describe('trades$', () => {
  it('asks for page after page, each with a row of the one before, and then looks at the top again', () => {
    const all = list(2 * tradesPage);
    const asked: number[] = [];
    const ask$ = (StartIndex: number) => {
      asked.push(StartIndex);
      return timer(5).pipe(map(() => pageOf(all, StartIndex)));
    };
    expect(told(ask$)).toEqual({ lines: ['20 ms: 400 0', '20 ms: end'], errors: [] });
    expect(asked).toEqual([0, 199, 398, 0]);
  });

  it('asks no further than is wanted, and counts what could not be read', () => {
    const asked: number[] = [];
    const ask$ = (StartIndex: number) => {
      asked.push(StartIndex);
      return of(lacking(pageOf(list(900), StartIndex).slice(1), 1));
    };
    const { lines } = told(ask$, { isEnough: ({ TradeId }) => TradeId <= 750 });
    expect([asked, lines]).toEqual([[0], ['0 ms: 199 1', '0 ms: end']]);
  });

  it('waits for a list that does not hold still, longer each time, and has all of it then', () => {
    let asked = 0;
    const ask$ = (StartIndex: number) => {
      asked += 1;
      return of(pageOf(list(asked > 7 ? 500 : asked % 2 === 1 ? 500 : 480), StartIndex));
    };
    expect(told(ask$).lines).toEqual(['1500 ms: 500 0', '1500 ms: end']);
  });

  it.each([
    ['whose pages never have a row in common', (nth: number) => list(nth % 2 === 0 ? 500 : 480)],
    ['that never has again what it had', (nth: number) => list(nth === 0 ? 500 : 100)],
  ])('errors after 45 s with a list %s', (_what, at) => {
    let asked = 0;
    const ask$ = (StartIndex: number) => of(pageOf(at(asked++), StartIndex));
    expect(told(ask$)).toEqual({ lines: ['45500 ms: DecodeError'], errors: [] });
  });

  it.each([
    ['in which nothing can be read', lacking([], tradesPage), '0 400'],
    ['that it has read before, as of an exchange that does not page', list(tradesPage), '200 0'],
  ])('ends with a page %s, and tells that more is missing', (_what, page, line) => {
    const { lines, errors } = told(() => of(page));
    expect(lines.map((one) => one.replace(/^0 ms: /, ''))).toEqual([line, 'end']);
    expect(errors).toEqual([expect.stringContaining('GetAccountTrades')]);
  });

  it('waits no longer than the client is open', () => {
    let asked = 0;
    const ask$ = (StartIndex: number) => {
      asked += 1;
      return of(pageOf(list(asked % 2 === 1 ? 500 : 480), StartIndex)).pipe(
        map((rows) => {
          if (asked > 6) throw new ConnectionLost(call, false, 'the client is closed');
          return rows;
        }),
      );
    };
    expect(told(ask$, {}, 100).lines).toEqual(['100 ms: ConnectionLost']);
  });
});
