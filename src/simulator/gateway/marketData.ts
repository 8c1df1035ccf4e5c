import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Handler } from './context.ts';
import { count, fieldsOf, interval, utcDate } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';

const level1Fields = fieldsOf(byId, {});

/** The summary of a market. */
export const getLevel1: Handler = (request, { market }) =>
  pipe(
    level1Fields(request),
    E.chain(findInstrument(market)),
    E.chain(({ instrument }) => market.level1(instrument.InstrumentId)),
  );

const level2Fields = fieldsOf({ ...byId, Depth: count }, {});

/** The book, at most `Depth` levels a side. */
export const getL2Snapshot: Handler = (request, { market }) =>
  pipe(
    level2Fields(request),
    E.chain(findInstrument(market)),
    E.chain(({ instrument, Depth }) => market.level2(instrument.InstrumentId, Depth)),
  );

const tradesFields = fieldsOf(byId, { Count: count });

/** The last public trades, oldest first. */
export const getLastTrades: Handler = (request, { market }) =>
  pipe(
    tradesFields(request),
    E.chain(findInstrument(market)),
    E.chain(({ instrument, Count = 100 }) => market.trades(instrument.InstrumentId, Count)),
  );

const historyFields = fieldsOf({ ...byId, Interval: interval, FromDate: utcDate, ToDate: utcDate }, {});
/** More than the market keeps. */
const allBars = 10_000;

/** The bars that began from one date to another, oldest first; the dates are UTC. */
export const getTickerHistory: Handler = (request, { market }) =>
  pipe(
    historyFields(request),
    E.chain(findInstrument(market)),
    E.chain(({ instrument, Interval, FromDate, ToDate }) =>
      pipe(
        market.bars(instrument.InstrumentId, Interval, allBars),
        E.map((bars) => bars.filter(([, , , , , , , , , begin]) => begin >= FromDate && begin <= ToDate)),
      ),
    ),
  );
