import type { SettledPace } from './pace.ts';

/** How often a pace has been halved, as the exchange said that it was too fast. */
export interface Slowdown {
  readonly halvings: number;
  /** When the last was, in milliseconds. */
  readonly since: number;
}

/** What is refused within this time of a halving was sent before it, in milliseconds. */
const echo = 1_000;
/** After so many milliseconds without a refusal one halving is taken back. */
export const calm = 10_000;
/** A pace is at least a 64th of what was asked for. */
const mostHalvings = 6;

/** Before any refusal. */
export const notSlowed: Slowdown = { halvings: 0, since: -Infinity };

const halvingsAt = ({ halvings, since }: Slowdown, now: number): number =>
  halvings === 0 ? 0 : Math.max(0, halvings - Math.floor((now - since) / calm));

/** After a refusal for too many requests. What was refused along with it is no reason to be slower still. */
export const slowedBy = (slowdown: Slowdown, now: number): Slowdown =>
  now - slowdown.since < echo
    ? slowdown
    : { halvings: Math.min(mostHalvings, halvingsAt(slowdown, now) + 1), since: now };

/** The pace to be kept to now. */
export const paceAt = ({ perSecond, burst }: SettledPace, slowdown: Slowdown, now: number): SettledPace => {
  const factor = 2 ** halvingsAt(slowdown, now);
  return { perSecond: perSecond / factor, burst: Math.max(1, burst / factor) };
};
