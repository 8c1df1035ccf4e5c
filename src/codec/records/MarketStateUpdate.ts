import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';
import { SessionStatus } from '../enums/SessionStatus.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const required = {
  /** The instrument. */
  VenueInstrumentId: Integer,
  /** The status from now on. */
  NewStatus: openEnum('SessionStatus', SessionStatus),
};

const optional = {
  /** The exchange. */
  ExchangeId: Integer,
  /** The adapter to the venue. */
  VenueAdapterId: Integer,
  /** What was done: `Pause`, `Resume`, `Halt`, `ReOpen`, `ReSync`. */
  Action: t.string,
  /** The status until now. */
  PreviousStatus: openEnum('SessionStatus', SessionStatus),
  /** When, ISO 8601. */
  ExchangeDateTime: nullable(t.string),
};

/** An instrument began or stopped trading. It belongs to no account. */
export const MarketStateUpdate = recordOf(required, optional, 'MarketStateUpdate');
export type MarketStateUpdate = Readonly<t.TypeOf<typeof MarketStateUpdate>>;
