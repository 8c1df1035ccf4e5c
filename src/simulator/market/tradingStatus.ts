import type { Instrument, SessionStatus } from './instrument.ts';

/** What an instrument tells of its session. */
export type SessionFields = Pick<
  Instrument,
  'SessionStatus' | 'PreviousSessionStatus' | 'SessionStatusDateTime'
>;

/** The session of one instrument, which can change while the market is open. */
export interface TradingStatus {
  readonly present: () => SessionStatus;
  readonly fields: () => SessionFields;
  /** @param at ISO 8601, UTC */
  readonly change: (status: SessionStatus, at: string) => void;
}

/** The session that an instrument starts with. */
export const createTradingStatus = (start: SessionFields): TradingStatus => {
  let fields: SessionFields = start;
  return {
    present: () => fields.SessionStatus,
    fields: () => ({
      SessionStatus: fields.SessionStatus,
      PreviousSessionStatus: fields.PreviousSessionStatus,
      SessionStatusDateTime: fields.SessionStatusDateTime,
    }),
    change: (status, at) => {
      fields = {
        SessionStatus: status,
        PreviousSessionStatus: fields.SessionStatus,
        SessionStatusDateTime: at,
      };
    },
  };
};
