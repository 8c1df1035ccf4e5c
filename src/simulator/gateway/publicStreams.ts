import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { asyncScheduler, defer, merge, mergeMap, type Observable, throttleTime } from 'rxjs';
import type { Interval } from '../market/interval.ts';
import { success } from '../market/standardResponse.ts';
import type { Level2Row } from '../market/level2.ts';
import type { Context, Handler } from './context.ts';
import { createWindow } from './dialect/window.ts';
import { count, fieldsOf, interval } from './fields.ts';
import { byId, byIdOrSymbol, findInstrument, requireInstrument } from './instrumentFields.ts';
import { eventsWhere, openStream, toStreamEvent } from './opening.ts';
import type { StreamEvent } from './streams.ts';

type PublicTag = 'Level1' | 'Level2' | 'Trades' | 'Ticker';

/** How the keys of an instrument's streams of one kind begin. */
const keyOf = (tag: PublicTag, instrumentId: number): string => `public/${tag}/${instrumentId}/`;

const eventsOf = (context: Context, tag: PublicTag, instrumentId: number): Observable<StreamEvent> =>
  eventsWhere(context, (event) => event._tag === tag && event.InstrumentId === instrumentId);

/** Every level of a book as it is. */
const wholeBook = ({ market }: Context, InstrumentId: number): readonly Level2Row[] =>
  pipe(
    market.level2(InstrumentId, Infinity),
    E.getOrElse((): readonly Level2Row[] => []),
  );

/** The changes of a book that are told to whoever asked for so many levels of it. */
const level2Events = (context: Context, InstrumentId: number, depth: number): Observable<StreamEvent> => {
  if (context.dialect.level2Window === 'whole') return eventsOf(context, 'Level2', InstrumentId);
  return defer(() => {
    const window = createWindow(wholeBook(context, InstrumentId), depth);
    return context.event$.pipe(
      mergeMap(({ event }) => {
        if (event._tag !== 'Level2' || event.InstrumentId !== InstrumentId) return [];
        const payload = window(event.payload);
        return payload.length === 0 ? [] : [toStreamEvent(context, { ...event, payload })];
      }),
    );
  });
};

/** The summaries that are told, no sooner after each other than they may be. */
const level1Events = (context: Context, InstrumentId: number): Observable<StreamEvent> => {
  const every = context.behaviour.level1Interval;
  const event$ = eventsOf(context, 'Level1', InstrumentId);
  return every === 0
    ? event$
    : event$.pipe(throttleTime(every, asyncScheduler, { leading: true, trailing: true }));
};

const instrumentFields = fieldsOf({}, byIdOrSymbol);

/** The summary of a market, and every new one. */
export const subscribeLevel1: Handler = (request, context) =>
  pipe(
    instrumentFields(request),
    E.chain(requireInstrument()),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId } }) =>
      openStream(request, context, {
        kind: 'Level1',
        key: keyOf('Level1', InstrumentId),
        snapshot: context.market.level1(InstrumentId),
        event$: level1Events(context, InstrumentId),
        early: (payload) => ({ _tag: 'Level1', InstrumentId, payload }),
      }),
    ),
  );

const level2Fields = fieldsOf({}, { ...byIdOrSymbol, Depth: count });

/** The book, and its changes; `Depth` cuts the snapshot, the changes come whole. */
export const subscribeLevel2: Handler = (request, context) =>
  pipe(
    level2Fields(request),
    E.chain(requireInstrument('Depth')),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId }, Depth = 0 }) =>
      openStream(request, context, {
        kind: 'Level2',
        key: keyOf('Level2', InstrumentId),
        variant: Depth,
        snapshot: context.market.level2(InstrumentId, Depth),
        event$: level2Events(context, InstrumentId, Depth),
        early: ([row]) => row && { _tag: 'Level2', InstrumentId, payload: [row] },
      }),
    ),
  );

/** What is made of the last row alone; nothing where there is none. */
const withLast = <Row, A>(rows: readonly Row[], make: (rows: readonly Row[]) => A): A | undefined =>
  rows.length === 0 ? undefined : make(rows.slice(-1));

const tradesFields = fieldsOf({ ...byId, IncludeLastCount: count }, {});

/** The last public trades, and every new one. */
export const subscribeTrades: Handler = (request, context) =>
  pipe(
    tradesFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId }, IncludeLastCount }) =>
      openStream(request, context, {
        kind: 'Trades',
        key: keyOf('Trades', InstrumentId),
        snapshot: context.market.trades(InstrumentId, IncludeLastCount),
        event$: eventsOf(context, 'Trades', InstrumentId),
        early: (rows) => withLast(rows, (payload) => ({ _tag: 'Trades', InstrumentId, payload })),
      }),
    ),
  );

/** The bar in progress once more whenever time has passed, where that is so. */
const repeatedBars = (context: Context, InstrumentId: number, Interval: Interval): Observable<StreamEvent> =>
  context.tick$.pipe(
    mergeMap(() => {
      if (context.dialect.barsInProgress !== 'repeated') return [];
      return pipe(
        context.market.bars(InstrumentId, Interval, 1),
        E.match(
          () => [],
          (payload) =>
            payload.length === 0
              ? []
              : [toStreamEvent(context, { _tag: 'Ticker', InstrumentId, Interval, payload })],
        ),
      );
    }),
  );

const tickerFields = fieldsOf({ ...byId, Interval: interval, IncludeLastCount: count }, {});

/** The last bars of one length, and what becomes of them. */
export const subscribeTicker: Handler = (request, context) =>
  pipe(
    tickerFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId }, Interval, IncludeLastCount }) =>
      openStream(request, context, {
        kind: 'Ticker',
        key: `${keyOf('Ticker', InstrumentId)}${Interval}`,
        snapshot: context.market.bars(InstrumentId, Interval, IncludeLastCount),
        event$: merge(
          eventsWhere(
            context,
            (event) =>
              event._tag === 'Ticker' && event.InstrumentId === InstrumentId && event.Interval === Interval,
          ),
          repeatedBars(context, InstrumentId, Interval),
        ),
        early: (rows) => withLast(rows, (payload) => ({ _tag: 'Ticker', InstrumentId, Interval, payload })),
      }),
    ),
  );

/** Ends the streams of one kind of an instrument, the bars of every length at once; where none is on, it stays so. */
export const unsubscribe =
  (tag: PublicTag): Handler =>
  (request, { market, streams }) =>
    pipe(
      instrumentFields(request),
      E.chain(requireInstrument()),
      E.chain(findInstrument(market)),
      E.map(({ instrument }) => {
        streams.closeAll(keyOf(tag, instrument.InstrumentId));
        return success;
      }),
    );
