import { monotonicNow } from '../clock.ts';

/** The time on a recording that is being played, in milliseconds since 1970. */
export interface TapeClock {
  /** Begins to run at this time. */
  readonly start: (at: number) => void;
  readonly now: () => number;
  /** How long it is until then, in milliseconds of this machine; 0 where it is past, or is to be passed without waiting. */
  readonly until: (time: number) => number;
  /** What happened at this time is being played. */
  readonly reach: (time: number) => void;
  /** Goes back to this time where it has run on while nobody listened. */
  readonly turnBack: (time: number) => void;
}

/** A time that is nearer than this, in milliseconds, has come: the fractions of two clocks never meet. */
const grain = 0.0005;

interface Still {
  readonly _tag: 'Still';
  readonly at: number;
}
interface Running {
  readonly _tag: 'Running';
  readonly at: number;
  readonly since: number;
}

/**
 * Makes the clock of a recording. It runs `speed` times as fast as that of the machine.
 *
 * @param runsFrom All before this time is passed without waiting, and the clock begins to run there.
 */
export const createTapeClock = (speed: number, runsFrom = -Infinity): TapeClock => {
  let state: Still | Running = { _tag: 'Still', at: 0 };
  const runAt = (at: number): Running => ({ _tag: 'Running', at, since: monotonicNow() });
  const now = (): number =>
    state._tag === 'Still' ? state.at : state.at + (monotonicNow() - state.since) * speed;

  return {
    now,
    start: (at) => {
      state = at < runsFrom ? { _tag: 'Still', at } : runAt(at);
    },
    until: (time) => {
      if (state._tag === 'Still' && time >= runsFrom) state = runAt(Math.max(state.at, runsFrom));
      const wait = state._tag === 'Still' ? 0 : (time - now()) / speed;
      return wait > grain ? wait : 0;
    },
    reach: (time) => {
      if (state._tag === 'Still') state = { _tag: 'Still', at: Math.max(state.at, time) };
    },
    turnBack: (time) => {
      if (state._tag === 'Running' && now() > time) state = runAt(time);
    },
  };
};
