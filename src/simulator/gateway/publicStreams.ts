import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { merge, type Observable } from 'rxjs';
import { success } from '../market/standardResponse.ts';
import { wireText } from '../market/wireText.ts';
import type { Context, Handler } from './context.ts';
import { count, fieldsOf, interval } from './fields.ts';
import { byId, byIdOrSymbol, findInstrument, requireInstrument } from './instrumentFields.ts';
import { eventsWhere, openStream } from './opening.ts';
import { eventNames } from './published.ts';
import type { StreamEvent } from './streams.ts';

type PublicTag = 'Level1' | 'Level2' | 'Trades' | 'Ticker';

/** How the keys of an instrument's streams of one kind begin. */
const keyOf = (tag: PublicTag, instrumentId: number): string => `public/${tag}/${instrumentId}/`;

const eventsOf = (context: Context, tag: PublicTag, instrumentId: number): Observable<StreamEvent> =>
  eventsWhere(context, (event) => event._tag === tag && event.InstrumentId === instrumentId);

const rowEvent = (tag: PublicTag, row: unknown): StreamEvent | undefined =>
  row === undefined ? undefined : { name: eventNames[tag], text: wireText([row]) };

const instrumentFields = fieldsOf({}, byIdOrSymbol);

/** The summary of a market, and every new one. */
export const subscribeLevel1: Handler = (request, context) =>
  pipe(
    instrumentFields(request),
    E.chain(requireInstrument()),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId } }) =>
      openStream(request, context, {
        key: keyOf('Level1', InstrumentId),
        snapshot: context.market.level1(InstrumentId),
        event$: eventsOf(context, 'Level1', InstrumentId),
        early: (level1) => ({ name: eventNames.Level1, text: wireText(level1) }),
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
        key: keyOf('Level2', InstrumentId),
        snapshot: context.market.level2(InstrumentId, Depth),
        event$: eventsOf(context, 'Level2', InstrumentId),
        early: (rows) => rowEvent('Level2', rows[0]),
      }),
    ),
  );

const tradesFields = fieldsOf({ ...byId, IncludeLastCount: count }, {});

/** The last public trades, and every new one. */
export const subscribeTrades: Handler = (request, context) =>
  pipe(
    tradesFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId }, IncludeLastCount }) =>
      openStream(request, context, {
        key: keyOf('Trades', InstrumentId),
        snapshot: context.market.trades(InstrumentId, IncludeLastCount),
        event$: eventsOf(context, 'Trades', InstrumentId),
        early: (rows) => rowEvent('Trades', rows.at(-1)),
      }),
    ),
  );

const tickerFields = fieldsOf({ ...byId, Interval: interval, IncludeLastCount: count }, {});

/** The last bars of one length, and what becomes of them. */
export const subscribeTicker: Handler = (request, context) =>
  pipe(
    tickerFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument: { InstrumentId }, Interval, IncludeLastCount }) =>
      openStream(request, context, {
        key: `${keyOf('Ticker', InstrumentId)}${Interval}`,
        snapshot: context.market.bars(InstrumentId, Interval, IncludeLastCount),
        event$: merge(
          eventsWhere(
            context,
            (event) =>
              event._tag === 'Ticker' && event.InstrumentId === InstrumentId && event.Interval === Interval,
          ),
          context.tick$,
        ),
        early: (rows) => rowEvent('Ticker', rows.at(-1)),
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
