import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { NEVER } from 'rxjs';
import { success } from '../market/standardResponse.ts';
import type { UserHandler } from './context.ts';
import { fieldsOf } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';
import { openStream } from './opening.ts';
import { privateStreams } from './streams.ts';

const instrumentFields = fieldsOf(byId, {});

const keyOf = (instrumentId: number): string => `${privateStreams}BlockTrades/${instrumentId}/`;

/** Block trades, of which this exchange has none: the stream is there and says nothing. */
export const subscribeBlockTrades: UserHandler = (request, context) =>
  pipe(
    instrumentFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument }) =>
      openStream(request, context, {
        key: keyOf(instrument.InstrumentId),
        snapshot: E.right([]),
        event$: NEVER,
        early: () => undefined,
      }),
    ),
  );

/** Ends the stream of block trades. */
export const unsubscribeBlockTrades: UserHandler = (request, { market, streams }) =>
  pipe(
    instrumentFields(request),
    E.chain(findInstrument(market)),
    E.map(({ instrument }) => {
      streams.closeAll(keyOf(instrument.InstrumentId));
      return success;
    }),
  );
