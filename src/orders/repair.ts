import type { Account, Step } from './account.ts';
import { beginRound } from './restore.ts';

/** The pause after a restoration that nobody but we wanted, in milliseconds: doubled while they follow each other. */
const repairPause = { first: 5_000, longest: 60_000 };

/** Restores what was found wrong: now, or as soon as the pause after the last time is over. */
export const repair = (account: Account, at: number): Step => {
  const { notBefore, pause } = account.repair;
  const wanted = { ...account, repair: { ...account.repair, isWanted: true } };
  if (!account.isOn || at < notBefore) return [wanted, []];
  const isPeace = at - notBefore > repairPause.longest;
  const next = isPeace || pause === 0 ? repairPause.first : Math.min(2 * pause, repairPause.longest);
  return beginRound({ ...account, repair: { notBefore: at + next, isWanted: false, pause: next } });
};
