import type { OpenEnum } from './openEnum.ts';

/** Whether an instrument trades; orders are taken while `Running` or `RunningPostOnly`. */
export const SessionStatus = {
  Unknown: 0,
  Running: 1,
  Paused: 2,
  Stopped: 3,
  Starting: 4,
  RunningPostOnly: 5,
} as const;

/** A name out of {@link SessionStatus}, as the exchange writes it; the list is open. */
export type SessionStatus = OpenEnum<typeof SessionStatus>;
