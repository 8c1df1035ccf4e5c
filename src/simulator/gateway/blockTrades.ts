import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { success } from '../market/standardResponse.ts';
import type { UserHandler } from './context.ts';
import { decimalInput, fieldsOf, flag, integer } from './fields.ts';
import { byId, findInstrument } from './instrumentFields.ts';
import { forOwnAccount } from './orderFields.ts';
import { eventsWhere, openStream } from './opening.ts';
import { publishOutcome } from './publishOutcome.ts';
import { privateStreams } from './streams.ts';
import { isPermitted } from './users.ts';

/** An account as its number, or as the badge it is elsewhere: the number as text. */
const accountAsText = new t.Type<number>(
  'the Integer of an Account, or its text',
  integer.is,
  (u, context) => {
    const id = typeof u === 'string' && /^\d+$/.test(u) ? Number(u) : u;
    return integer.is(id) ? t.success(id) : t.failure(u, context);
  },
  t.identity,
);

const reportFields = fieldsOf(
  {
    OMSId: integer,
    AccountId: integer,
    InstrumentId: integer,
    Side: decimalInput,
    CounterPartyId: accountAsText,
    Quantity: decimalInput,
    LimitPrice: decimalInput,
    LockedIn: flag,
  },
  { ClientOrderId: decimalInput },
);

/**
 * Takes the report of a block trade. One that stands for both sides moves what is another's, so that only an operator
 * may send it; any other waits for that of the counterparty.
 */
export const submitBlockTrade: UserHandler = (request, context, user) =>
  pipe(
    reportFields(request),
    E.chainW(forOwnAccount(context, user)),
    E.filterOrElseW(
      ({ LockedIn }) => !LockedIn || isPermitted(user, 'Operator'),
      () => context.forbidden,
    ),
    E.map((report) => publishOutcome(context)(context.market.reportBlockTrade(report))),
  );

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
