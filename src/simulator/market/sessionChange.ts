import type { Floor } from './floor.ts';
import type { SessionStatus } from './instrument.ts';
import type { MarketStateUpdate } from './marketStateUpdate.ts';
import type { Outcome } from './outcome.ts';
import { type StandardResponse, notFound, success } from './standardResponse.ts';

/** What an operator would have done to bring about such a change. */
const actionOf = (before: SessionStatus, after: SessionStatus): MarketStateUpdate['Action'] => {
  if (after === 'Stopped') return 'Halt';
  if (after === 'Paused') return 'Pause';
  return before === 'Stopped' ? 'ReOpen' : 'Resume';
};

/** Changes the session of an instrument; 104 where there is no such instrument. */
export const setSessionStatus = (
  { listings, clock }: Floor,
  instrumentId: number,
  next: SessionStatus,
): Outcome<StandardResponse> => {
  const status = listings.get(instrumentId)?.status;
  if (status === undefined) return { reply: notFound('Instrument not Found'), events: [] };
  const before = status.present();
  if (before === next) return { reply: success, events: [] };
  const at = new Date(clock.now()).toISOString();
  status.change(next, at);
  const payload = {
    ExchangeId: 1,
    VenueAdapterId: 1,
    VenueInstrumentId: instrumentId,
    Action: actionOf(before, next),
    PreviousStatus: before,
    NewStatus: next,
    ExchangeDateTime: at,
  };
  return { reply: success, events: [{ _tag: 'MarketState', InstrumentId: instrumentId, payload }] };
};
