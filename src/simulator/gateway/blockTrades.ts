import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { success } from '../market/standardResponse.ts';
import type { UserHandler } from './context.ts';
import { fieldsOf } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';
import { eventsWhere, openStream } from './opening.ts';
import { privateStreams } from './streams.ts';

const instrumentFields = fieldsOf(byId, {});

const keyOf = (instrumentId: number): string => `${privateStreams}BlockTrades/${instrumentId}/`;

/** The last block trades of an instrument, two orders each, and every new one. */
export const subscribeBlockTrades: UserHandler = (request, context) =>
  pipe(
    instrumentFields(request),
    E.chain(findInstrument(context.market)),
    E.chainW(({ instrument }) =>
      openStream(request, context, {
        kind: 'BlockTrades',
        key: keyOf(instrument.InstrumentId),
        snapshot: context.market.blockTrades(instrument.InstrumentId),
        event$: eventsWhere(
          context,
          (event) => event._tag === 'BlockTrade' && event.InstrumentId === instrument.InstrumentId,
        ),
        early: (orders) =>
          orders.length === 0
            ? undefined
            : { _tag: 'BlockTrade', InstrumentId: instrument.InstrumentId, payload: orders.slice(-2) },
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
