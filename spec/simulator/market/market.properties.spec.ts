import fc from 'fast-check';
import {
  type Decimal,
  add,
  compare,
  formatDecimal,
  isPositive,
  multiply,
  subtract,
  sum,
  trim,
  zero,
} from '../../../src/simulator/market/decimal.ts';
import type { BarRow } from '../../../src/simulator/market/bar.ts';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { Level1 } from '../../../src/simulator/market/level1.ts';
import type { Level2Row } from '../../../src/simulator/market/level2.ts';
import type { Market } from '../../../src/simulator/market/market.ts';
import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { type ReferenceTrade, createReference } from './referenceMatcher.ts';
import { type Action, accounts, instruments, perform, right, script, smallMarket } from './script.ts';

const accountIds = accounts.map(({ AccountId }) => AccountId);
const instrumentIds = instruments.map(({ InstrumentId }) => InstrumentId);
const text = (value: Decimal): string => formatDecimal(trim(value));
const positionsOf = (market: Market) => accountIds.flatMap((id) => right(market.positions(id)));
const openOf = (market: Market) => accountIds.flatMap((id) => right(market.openOrders(id)));

/** Plays a script, and calls `check` after every action with what it made known. */
const play = (
  actions: readonly Action[],
  check: (market: Market, events: readonly MarketEvent[], action: Action, reply: unknown) => void,
): void => {
  const stage = smallMarket();
  for (const action of actions) {
    const { reply, events } = perform(stage, action);
    check(stage.market, events, action, reply);
  }
};

const holds = (property: (actions: readonly Action[]) => void, numRuns = 300): void => {
  fc.assert(fc.property(script, property), { numRuns });
};

describe('balances', () => {
  it('are handed over, never made or lost, and never below 0, nor is what is available of them', () => {
    holds((actions) => {
      play(actions, (market) => {
        const positions = positionsOf(market);
        const totals = [1, 2, 3].map((id) =>
          text(sum(positions.filter(({ ProductId }) => ProductId === id).map(({ Amount }) => Amount))),
        );
        const below = positions.filter(({ Amount, Hold, AvailableBalance }) =>
          [Amount, Hold, AvailableBalance, subtract(Amount, Hold)].some((value) => value.units < 0n),
        );
        expect({ totals, below }).toEqual({ totals: ['27', '27', '12'], below: [] });
      });
    });
  });

  it('change by what the account has traded', () => {
    const signed = (value: Decimal, isIn: boolean): Decimal => (isIn ? value : subtract(zero, value));
    holds((actions) => {
      const expected = new Map(
        positionsOf(smallMarket().market).map(({ AccountId, ProductId, Amount }) => [
          `${AccountId}/${ProductId}`,
          Amount,
        ]),
      );
      const change = (key: string, value: Decimal) =>
        expected.set(key, add(expected.get(key) ?? zero, value));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag !== 'OrderTrade') continue;
          const { AccountId, InstrumentId, Side, Quantity, Price } = event.payload;
          change(`${AccountId}/${InstrumentId}`, signed(Quantity, Side === 'Buy'));
          change(`${AccountId}/3`, signed(multiply(Price, Quantity), Side === 'Sell'));
        }
        expect(positionsOf(market).map(({ Amount }) => text(Amount))).toEqual(
          [...expected.values()].map(text),
        );
      });
    }, 100);
  });

  it('hold exactly what open orders can still spend', () => {
    const spent = ({ Side, Price, Quantity }: OrderObject): Decimal =>
      Side === 'Sell' ? Quantity : multiply(Price, Quantity);
    const productOf = ({ Side, Instrument }: OrderObject): number => (Side === 'Sell' ? Instrument : 3);
    holds((actions) => {
      play(actions, (market) => {
        const open = openOf(market);
        const wrong = positionsOf(market).filter(({ AccountId, ProductId, Hold }) => {
          const theirs = open.filter(
            (order) => order.Account === AccountId && productOf(order) === ProductId,
          );
          return compare(sum(theirs.map(spent)), Hold) !== 0;
        });
        expect(wrong).toEqual([]);
      });
    });
  });

  it('are told whenever they change', () => {
    holds((actions) => {
      const told = new Map<string, string>();
      const tell = (key: string, amount: Decimal, hold: Decimal) =>
        told.set(key, `${text(amount)} ${text(hold)}`);
      const { market } = smallMarket();
      for (const { AccountId, ProductId, Amount, Hold } of positionsOf(market)) {
        tell(`${AccountId}/${ProductId}`, Amount, Hold);
      }
      play(actions, (played, events) => {
        for (const event of events) {
          if (event._tag !== 'AccountPosition') continue;
          tell(`${event.AccountId}/${event.payload.ProductId}`, event.payload.Amount, event.payload.Hold);
        }
        const now = positionsOf(played).map(({ AccountId, ProductId, Amount, Hold }) => [
          `${AccountId}/${ProductId}`,
          `${text(Amount)} ${text(Hold)}`,
        ]);
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(now));
      });
    }, 100);
  });
});

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
    }, 100);
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
    }, 100);
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
    }, 100);
  });
});

describe('matching', () => {
  const steps = (value: Decimal, unit: bigint): number => Number(value.units / unit);

  it('trades like a list searched from its start: best price first, oldest first', () => {
    holds((actions) => {
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
          if (event._tag !== 'OrderState' || event.payload.ChangeReason !== 'UserModified') continue;
          references.get(event.InstrumentId)?.remove(event.payload.OrderId);
        }
        const resting = openOf(market).map(({ OrderId: id, Quantity }) => [id, steps(Quantity, 1n)] as const);
        const expected = [...references.values()].flatMap((reference) => reference.resting());
        expect(new Map(resting)).toEqual(new Map(expected));
      });
    });
  });
});

describe('orders', () => {
  /** What is wrong with a version of an order, given the one before it. */
  const faultsOf = (order: OrderObject, before: OrderObject | undefined): readonly string[] => [
    ...(before === undefined || before.OrderState === 'Working' ? [] : ['left a terminal state']),
    ...(order.LastUpdatedTimeTicks > (before?.LastUpdatedTimeTicks ?? 0n) ? [] : ['is not later']),
    ...(compare(add(order.Quantity, order.QuantityExecuted), order.OrigQuantity) === 0
      ? []
      : ['does not add up']),
    ...(order.OrderState === 'Working' && !isPositive(order.Quantity) ? ['works on nothing'] : []),
    ...(order.OrderState === 'FullyExecuted' && isPositive(order.Quantity) ? ['is not fully executed'] : []),
  ];

  it('are Working or in one terminal state for good, and add up', () => {
    holds((actions) => {
      const versions = new Map<number, OrderObject>();
      play(actions, (market, events, _action, reply) => {
        for (const event of events) {
          if (event._tag !== 'OrderState') continue;
          expect(faultsOf(event.payload, versions.get(event.payload.OrderId))).toEqual([]);
          versions.set(event.payload.OrderId, event.payload);
        }
        const { OrderId } = (reply ?? {}) as { readonly OrderId?: number };
        expect(OrderId === undefined || versions.has(OrderId)).toBe(true);
        const working = [...versions.values()].filter(({ OrderState }) => OrderState === 'Working');
        const ticks = (orders: readonly OrderObject[]): readonly bigint[] =>
          orders.map(({ LastUpdatedTimeTicks }) => LastUpdatedTimeTicks).sort();
        expect(ticks(openOf(market))).toEqual(ticks(working));
      });
    });
  });

  it('have executed what their trades say', () => {
    holds((actions) => {
      const executed = new Map<number, { readonly quantity: Decimal; readonly gross: Decimal }>();
      const nothing = { quantity: zero, gross: zero };
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag !== 'OrderTrade') continue;
          const { OrderId, Quantity, Price } = event.payload;
          const before = executed.get(OrderId) ?? nothing;
          const gross = add(before.gross, multiply(Price, Quantity));
          executed.set(OrderId, { quantity: add(before.quantity, Quantity), gross });
        }
        const orders = accountIds.flatMap((AccountId) => right(market.ordersHistory({ AccountId })));
        const wrong = orders.filter(({ OrderId, QuantityExecuted, GrossValueExecuted }) => {
          const { quantity, gross } = executed.get(OrderId) ?? nothing;
          return compare(quantity, QuantityExecuted) !== 0 || compare(gross, GrossValueExecuted) !== 0;
        });
        expect(wrong).toEqual([]);
      });
    }, 100);
  });
});

describe('market data', () => {
  const touchOf = (market: Market, id: number, side: 0 | 1): readonly string[] => {
    const row = right(market.level2(id, 1)).find(([, , , , , , , , , rowSide]) => rowSide === side);
    return [text(row?.[6] ?? zero), text(row?.[8] ?? zero), String(row?.[5] ?? 0)];
  };

  it('agree with each other: the summary with the book, the trades and the bars', () => {
    holds((actions) => {
      play(actions, (market) => {
        const summaries = instrumentIds.map((id) => {
          const { BestBid, BidQty, BidOrderCt, BestOffer, AskQty, AskOrderCt, ...rest } = right(
            market.level1(id),
          );
          const bid = [text(BestBid), text(BidQty), String(BidOrderCt)];
          const ask = [text(BestOffer), text(AskQty), String(AskOrderCt)];
          return [bid, ask, text(rest.LastTradedPx), text(rest.LastTradedPx)];
        });
        const sources = instrumentIds.map((id) => [
          touchOf(market, id, 0),
          touchOf(market, id, 1),
          text(right(market.trades(id, 1))[0]?.[3] ?? zero),
          text(right(market.bars(id, 60, 1))[0]?.[4] ?? zero),
        ]);
        expect(summaries).toEqual(sources);
      });
    }, 100);
  });

  it('tell every change of the summary', () => {
    const untimed = (summary: Level1): string => wireText({ ...summary, TimeStamp: '' });
    holds((actions) => {
      const fresh = smallMarket().market;
      const told = new Map(instrumentIds.map((id) => [id, untimed(right(fresh.level1(id)))]));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag === 'Level1') told.set(event.InstrumentId, untimed(event.payload));
        }
        expect([...told.values()]).toEqual(instrumentIds.map((id) => untimed(right(market.level1(id)))));
      });
    }, 100);
  });

  it('sum up all trades in the volume of the bars, of every interval alike', () => {
    const tracked = [60, 900, 604800] as const;
    holds((actions) => {
      const volumes = new Map(instrumentIds.map((id) => [id, zero]));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag !== 'Trades') continue;
          const traded = sum(event.payload.map((row) => row[2]));
          volumes.set(event.InstrumentId, add(volumes.get(event.InstrumentId) ?? zero, traded));
        }
        const wrong = [...volumes].flatMap(([id, volume]) =>
          tracked.filter((interval) => {
            const bars = right(market.bars(id, interval, 1000));
            return compare(sum(bars.map((bar) => bar[5])), volume) !== 0;
          }),
        );
        expect(wrong).toEqual([]);
      });
    }, 100);
  });

  it('make of the bars as they were told what they are when asked for', () => {
    holds((actions) => {
      const told = new Map<number, string>();
      const facts = (bar: BarRow): string => wireText(bar.toSpliced(6, 2));
      play(actions, (market, events, action) => {
        for (const event of events) {
          if (event._tag !== 'Ticker' || event.Interval !== 60 || event.InstrumentId !== 2) continue;
          for (const bar of event.payload) told.set(bar[9], facts(bar));
        }
        if (action.kind === 'pass')
          expect([...told.values()]).toEqual(right(market.bars(2, 60, 1000)).map(facts));
      });
    }, 100);
  });
});

describe('a market', () => {
  it('does the same again for the same seed, calls and times', () => {
    const played = (actions: readonly Action[]): string => {
      const stage = smallMarket(7);
      return wireText(actions.map((action) => perform(stage, action)));
    };
    holds((actions) => {
      expect(played(actions)).toBe(played(actions));
    });
  });
});
