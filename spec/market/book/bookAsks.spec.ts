import { NEVER, of } from 'rxjs';
import { inner } from '../../../src/connection/inner.ts';
import type { Level } from '../../../src/book/Level.ts';
import type { BookAsk } from '../../../src/market/book/advance.ts';
import { depthOf, reactions, type Work } from '../../../src/market/book/bookAsks.ts';
import { plainBook } from '../../../src/market/book/bookReading.ts';
import { type BookState, unknownBook } from '../../../src/market/book/bookState.ts';
import type { Step } from '../../../src/market/machine.ts';
import { marbles } from '../../support/marbles.ts';
import { bookExchange, calm } from '../../support/watchedBook.ts';

type Steps = Step<BookState<Level>, BookAsk>;

const asked = {
  ...unknownBook<Level>(),
  audit: { _tag: 'Asked', touched: { bids: new Set(), asks: new Set() }, suspects: new Set() },
} as const satisfies BookState<Level>;
const audit: Steps = [asked, [{ _tag: 'Audit' }]];

const working = (exchange = bookExchange()): { work: Work<Level>; exchange: typeof exchange } => {
  const connection = exchange.client();
  const params = { InstrumentId: 1 };
  return { exchange, work: { reading: plainBook, connection, params, line: () => undefined } };
};

describe('what the states of a book bring about', () => {
  it('is an answer to an audit, of as many levels as the stream is asked for', () => {
    const { work, exchange } = working();
    const told: unknown[] = [];
    reactions(work, of(audit)).subscribe((input) => told.push(input));
    expect(depthOf(work)).toBe(1);
    expect(exchange.received).toMatchObject([
      { name: 'GetL2Snapshot', payload: { InstrumentId: 1, Depth: 1 } },
    ]);
    expect(told).toEqual([{ _tag: 'Answer', rows: calm }]);
  });

  it('is an answer without rows where there is none, and the failure is told on error$', () => {
    marbles(({ flush }) => {
      const { work } = working(bookExchange());
      const silent = bookExchange();
      silent.tell({ answer: undefined });
      const connection = silent.client();
      const errors: string[] = [];
      connection.error$.subscribe(({ _tag }) => errors.push(_tag));
      const told: unknown[] = [];
      reactions({ ...work, connection }, of(audit)).subscribe((input) => told.push(input));
      flush();
      connection.close();
      expect(told).toEqual([{ _tag: 'Answer', rows: undefined }]);
      expect(errors).toEqual(['RequestTimeout']);
      expect(connection[inner].currentSocket()).toBeUndefined();
    });
  });

  it('is nothing where nothing is asked, and a tick when something is due', () => {
    marbles(({ expectObservable, cold }) => {
      const { work } = working();
      const quiet: Steps = [unknownBook(), []];
      expectObservable(reactions(work, NEVER)).toBe('-');
      const crossed: Steps = [{ ...unknownBook(), crossing: { since: 0, frames: 3 } }, []];
      const step$ = cold('qc', { q: quiet, c: crossed });
      expectObservable(reactions(work, step$), '^ 2s !').toBe('1s t', { t: { _tag: 'Tick', due: 1_000 } });
    });
  });
});
