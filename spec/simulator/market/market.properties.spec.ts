import type { BarRow } from '../../../src/simulator/market/bar.ts';
import {
  type Decimal,
  add,
  compare,
  isPositive,
  multiply,
  sum,
  zero,
} from '../../../src/simulator/market/decimal.ts';
import type { Level1 } from '../../../src/simulator/market/level1.ts';
import type { Market } from '../../../src/simulator/market/market.ts';
import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';
import type { PublicTradeRow } from '../../../src/simulator/market/publicTrade.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { accountIds, instrumentIds, text, openOf, play, playedOut, holds } from './play.ts';
import { type FullAction, freshMarket, opening, performFully } from './fullScript.ts';
import { right } from './script.ts';

describe('orders', () => {
  /** What is wrong with a version of an order, given the one before it. */
  const faultsOf = (order: OrderObject, before: OrderObject | undefined): readonly string[] => [
    ...(before === undefined || before.OrderState === 'Working' ? [] : ['left a terminal state']),
    ...(order.LastUpdatedTimeTicks > (before?.LastUpdatedTimeTicks ?? 0n) ? [] : ['is not later']),
    ...(compare(add(order.Quantity, order.QuantityExecuted), order.OrigQuantity) <= 0
      ? []
      : ['is more than was asked']),
    ...(order.OrderState === 'Working' && !isPositive(order.Quantity) ? ['works on nothing'] : []),
    ...(order.OrderState === 'FullyExecuted' && isPositive(order.Quantity) ? ['is not fully executed'] : []),
  ];

  it('are Working or in one terminal state for good, and are never more than was asked', () => {
    holds((actions) => {
      const versions = new Map<number, OrderObject>();
      const faults: string[] = [];
      const ticks = (orders: readonly OrderObject[]): string =>
        orders
          .map(({ LastUpdatedTimeTicks }) => String(LastUpdatedTimeTicks))
          .sort()
          .join();
      play(actions, (market, events, _action, reply) => {
        for (const event of events) {
          if (event._tag !== 'OrderState') continue;
          faults.push(...faultsOf(event.payload, versions.get(event.payload.OrderId)));
          versions.set(event.payload.OrderId, event.payload);
        }
        const { OrderId } = (reply ?? {}) as { readonly OrderId?: number };
        if (OrderId !== undefined && !versions.has(OrderId)) faults.push(`${OrderId} is not told`);
        const working = [...versions.values()].filter(({ OrderState }) => OrderState === 'Working');
        if (ticks(openOf(market)) !== ticks(working)) faults.push('others are open than were told');
      });
      expect(faults).toEqual([]);
    });
  });

  it('have executed what their trades say', () => {
    holds((actions) => {
      const executed = new Map<number, { readonly quantity: Decimal; readonly gross: Decimal }>();
      const nothing = { quantity: zero, gross: zero };
      const { market, events } = playedOut(actions);
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
  });
});

describe('market data', () => {
  const touchOf = (market: Market, id: number, side: 0 | 1): readonly string[] => {
    const row = right(market.level2(id, 1)).find(([, , , , , , , , , rowSide]) => rowSide === side);
    return [text(row?.[6] ?? zero), text(row?.[8] ?? zero), String(row?.[5] ?? 0)];
  };

  /** Block trades make no price, and count in no bar. */
  const isOnBook = (row: PublicTradeRow): boolean => row[9] === 0;

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
          text(right(market.trades(id, 1000)).findLast(isOnBook)?.[3] ?? zero),
          text(right(market.bars(id, 60, 1))[0]?.[4] ?? zero),
        ]);
        expect(summaries).toEqual(sources);
      });
    });
  });

  it('tell every change of the summary', () => {
    const untimed = (summary: Level1): string => wireText({ ...summary, TimeStamp: '' });
    holds((actions) => {
      const fresh = freshMarket().market;
      const told = new Map(instrumentIds.map((id) => [id, untimed(right(fresh.level1(id)))]));
      play(actions, (market, events) => {
        for (const event of events) {
          if (event._tag === 'Level1') told.set(event.InstrumentId, untimed(event.payload));
        }
        expect([...told.values()]).toEqual(instrumentIds.map((id) => untimed(right(market.level1(id)))));
      });
    });
  });

  it('sum up all trades of the book in the volume of the bars, of every interval alike', () => {
    const tracked = [60, 900, 604800] as const;
    holds((actions) => {
      const volumes = new Map(instrumentIds.map((id) => [id, zero]));
      const { market, events } = playedOut(actions);
      for (const event of events) {
        if (event._tag !== 'Trades') continue;
        const traded = sum(event.payload.filter(isOnBook).map((row) => row[2]));
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
    });
  });
});

describe('a market', () => {
  it('does the same again for the same seed, calls and times', () => {
    const played = (actions: readonly FullAction[]): string => {
      const stage = freshMarket(7);
      return wireText([...opening, ...actions].map((action) => performFully(stage, action)));
    };
    holds((actions) => {
      expect(played(actions)).toBe(played(actions));
    });
  });
});
