import type { SessionStatus } from './instrument.ts';

/** The session of an instrument changed, in the shape of MarketStateUpdate. */
export interface MarketStateUpdate {
  readonly ExchangeId: number;
  readonly VenueAdapterId: number;
  /** The instrument id. */
  readonly VenueInstrumentId: number;
  readonly Action: 'Pause' | 'Resume' | 'Halt' | 'ReOpen';
  readonly PreviousStatus: SessionStatus;
  readonly NewStatus: SessionStatus;
  /** ISO 8601, UTC. */
  readonly ExchangeDateTime: string;
}
