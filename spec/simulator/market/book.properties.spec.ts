import { type Decimal, compare, isPositive } from '../../../src/simulator/market/decimal.ts';
import type { Level2Row } from '../../../src/simulator/market/level2.ts';
import { instrumentIds, text, openOf, play, holds } from './play.ts';
import { type ReferenceTrade, createReference } from './referenceMatcher.ts';
import { instruments, right, script } from './script.ts';

describe('the book', () => {
  /** A reader's book: rows by side and price, kept by the rule that the protocol gives. */
  const apply = (book: Map<string, Level2Row>, rows: readonly Level2Row[]): void => {
    for (const row of rows) {
      const key = `${row[9]}/${text(row[6])}`;
      if (row[3] === 2 || row[8].units === 0n) book.delete(key);
      else book.set(key, row);
    }
  };
  const facts = (row: Level2Row): string =>
    [row[9], text(row[6]), text(row[8]), row[1], row[5], row[2], row[7]].join(' ');

  it('is never crossed', () => {
    holds((actions) => {
      play(actions, (market) => {
        for (const id of instrumentIds) {
          const [bid, ask] = right(market.level2(id, 1));
          if (bid?.[9] === 0 && ask !== undefined) expect(compare(bid[6], ask[6])).toBe(-1);
        }
      });
    });
  });

  it('is what its last snapshot and the frames since make of it', () => {
    holds((actions) => {
      const books = new Map(instrumentIds.map((id) => [id, new Map<string, Level2Row>()]));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag === 'Level2')
            apply(books.get(event.InstrumentId) ?? new Map<string, Level2Row>(), event.payload);
        }
        for (const [id, book] of books) {
          const snapshot = right(market.level2(id, 100));
          expect([...book.values()].map(facts).sort()).toEqual(snapshot.map(facts).sort());
        }
      });
    });
  });

  it('says new of a level that was not there, and update or delete of one that was', () => {
    holds((actions) => {
      const books = new Map(instrumentIds.map((id) => [id, new Map<string, Level2Row>()]));
      play(actions, (_market, events) => {
        for (const event of events) {
          if (event._tag !== 'Level2') continue;
          const book = books.get(event.InstrumentId) ?? new Map<string, Level2Row>();
          const wrong = event.payload.filter((row) => {
            const wasThere = book.has(`${row[9]}/${text(row[6])}`);
            apply(book, [row]);
            return wasThere === (row[3] === 0);
          });
          expect(wrong).toEqual([]);
        }
      });
    });
  });

  it('numbers its frames upwards, and a snapshot like the last of them', () => {
    holds((actions) => {
      const last = new Map(instrumentIds.map((id) => [id, 0]));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag !== 'Level2') continue;
          const ids = event.payload.map(([id]) => id);
          expect(Math.min(...ids)).toBeGreaterThan(last.get(event.InstrumentId) ?? 0);
          expect(new Set(ids).size).toBe(ids.length);
          last.set(event.InstrumentId, Math.max(...ids));
          expect(new Set(right(market.level2(event.InstrumentId, 100)).map(([id]) => id)).size).toBeLessThan(
            2,
          );
        }
        for (const [id, largest] of last) {
          const [row] = right(market.level2(id, 1));
          if (row !== undefined) expect(row[0]).toBe(largest);
        }
      });
    });
  });

  it('gives bids best first, then asks best first', () => {
    holds((actions) => {
      play(actions, (market) => {
        for (const id of instrumentIds) {
          const rows = right(market.level2(id, 100));
          const sorted = rows.toSorted((a, b) => a[9] - b[9] || (a[9] === 0 ? -1 : 1) * compare(a[6], b[6]));
          expect(rows.map(facts)).toEqual(sorted.map(facts));
          expect(rows.every((row) => row[3] === 0 && isPositive(row[8]))).toBe(true);
        }
      });
    });
  });
});

describe('matching', () => {
  const steps = (value: Decimal, unit: bigint): number => Number(value.units / unit);

  it('trades like a list searched from its start: best price first, oldest first', () => {
    holds(
      (actions) => {
        const references = new Map(
          instruments.map(({ InstrumentId, SelfTradePrevention }) => [
            InstrumentId,
            createReference(SelfTradePrevention),
          ]),
        );
        play(actions, (market, events, action, reply) => {
          const trades = events.flatMap((event) => (event._tag === 'Trades' ? event.payload : []));
          const seen = trades.map(([, , quantity, price, maker, taker]): ReferenceTrade => [
            maker,
            taker,
            steps(price, 5n),
            steps(quantity, 1n),
          ]);
          const { OrderId } = (reply ?? {}) as { readonly OrderId?: number };
          if (action.kind === 'order' && OrderId !== undefined) {
            expect(seen).toEqual(references.get(action.instrument)?.place(action, OrderId));
          } else {
            expect(seen).toEqual([]);
          }
          for (const event of events) {
            if (event._tag !== 'OrderState' || event.payload.OrderState !== 'Canceled') continue;
            references.get(event.InstrumentId)?.remove(event.payload.OrderId);
          }
          const resting = openOf(market).map(
            ({ OrderId: id, Quantity }) => [id, steps(Quantity, 1n)] as const,
          );
          const expected = [...references.values()].flatMap((reference) => reference.resting());
          expect(new Map(resting)).toEqual(new Map(expected));
        });
      },
      { numRuns: 200, scripts: script },
    );
  });
});
