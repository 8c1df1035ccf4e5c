import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { readExactJson } from '../../json/exactJson.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Level1 } from '../market/level1.ts';
import type { Market } from '../market/market.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import type { Handler } from './context.ts';
import { renderReply } from './dialect/render.ts';
import { fieldsOf, integer } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';
import { onOms } from './oms.ts';

/** An instrument, and the summary of its market. */
export interface Summed {
  readonly instrument: Instrument;
  readonly level1: Level1;
}

/** The instruments that are enabled, each with its summary. */
export const summedUp = ({ instruments, level1 }: Market): E.Either<StandardResponse, readonly Summed[]> =>
  pipe(
    instruments().filter(({ IsDisable }) => !IsDisable),
    E.traverseArray((instrument) =>
      pipe(
        level1(instrument.InstrumentId),
        E.map((summary) => ({ instrument, level1: summary })),
      ),
    ),
  );

const omsFields = fieldsOf({ OMSId: integer }, {});

/** The summaries of all markets, each as the JSON text of itself. */
export const getLevel1Summary: Handler = (request, { market, dialect }) =>
  pipe(
    omsFields(request),
    E.chain(onOms),
    E.chain(() => summedUp(market)),
    E.map((all) => all.map(({ level1 }) => renderReply(dialect, 'GetLevel1', level1))),
  );

const isIds = (u: unknown): u is readonly number[] => t.readonlyArray(integer).is(u);

/** Ids as a list, or as the JSON text of one. */
const instrumentIds = new t.Type<readonly number[]>(
  'the JSON text of an Array of Integers',
  isIds,
  (u, context) => {
    const list = readExactJson(u);
    return isIds(list) ? t.success(list) : t.failure(u, context);
  },
  t.identity,
);

const minFields = fieldsOf({ OMSId: integer }, { InstrumentIds: instrumentIds });

/** The summaries of some markets in short, or of all. */
export const getLevel1SummaryMin: Handler = (request, { market }) =>
  pipe(
    minFields(request),
    E.chain(onOms),
    E.chain(({ InstrumentIds }) =>
      pipe(
        summedUp(market),
        E.map((all) =>
          all
            .filter(({ instrument }) => InstrumentIds?.includes(instrument.InstrumentId) ?? true)
            .map(({ instrument, level1 }) => [
              instrument.InstrumentId,
              instrument.Symbol,
              level1.LastTradedPx,
              level1.Rolling24HrPxChange,
              level1.Rolling24HrPxChangePercent,
              level1.Rolling24HrVolume,
            ]),
        ),
      ),
    ),
  );

const tickFields = fieldsOf(byId, {});
/** More than the market keeps. */
const allBars = 10_000;

/** When the first bar of one minute began that the market still has; 0 where there is none. */
export const getEarliestTickTime: Handler = (request, { market }) =>
  pipe(
    tickFields(request),
    E.chain(findInstrument(market)),
    E.chain(({ instrument }) => market.bars(instrument.InstrumentId, 60, allBars)),
    E.map(([first]) => [first?.[9] ?? 0]),
  );
