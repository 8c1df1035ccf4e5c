import { type Busy, createBusy } from './busy.ts';
import type { Counters } from './counters.ts';
import type { Fate, Waiting } from './waiting.ts';

/** Values with one key, which are worked on one after another. A lane without work and values is forgotten. */
export interface Lane<A> {
  readonly key: unknown;
  readonly waiting: Waiting<A>;
}

/** What {@link createLanes} is made of. */
export interface LanesOptions<A> {
  readonly counters: Counters;
  readonly keyOf: (value: A) => unknown;
  /** Makes what a new lane lets wait. */
  readonly createWaiting: () => Waiting<A>;
  /** Begins the work on a value; `finish` is to be called with the lane when that is over. */
  readonly start: (value: A, lane: Lane<A>) => void;
  /** Called when no more values come and the last work is over. */
  readonly onIdle: () => void;
}

/** Who works on what, and when: the books of the operators in this folder, without any stream. */
export interface Lanes<A> {
  readonly receive: (value: A) => void;
  readonly finish: (lane: Lane<A>) => void;
  /** No more values come. */
  readonly close: () => void;
  /** Gives up what waits, and takes nothing any more. */
  readonly drop: () => void;
}

/** Begins what is ready, one after another in one loop, whatever is made ready meanwhile: no call goes deeper. */
const createStarter = <A>({ counters, start }: LanesOptions<A>, busy: Busy) => {
  const ready = new Set<Lane<A>>();
  let isRunning = false;
  const begin = (lane: Lane<A>): void => {
    ready.delete(lane);
    const value = lane.waiting.take();
    counters.waiting -= 1;
    counters.started += 1;
    busy.begin();
    start(value, lane);
  };
  return {
    add: (lane: Lane<A>): void => {
      ready.add(lane);
      if (isRunning) return;
      isRunning = true;
      for (const next of ready) begin(next);
      isRunning = false;
    },
    clear: () => ready.clear(),
  };
};

/** Makes {@link Lanes}: of each key at most one value is worked on, and all keys go on side by side. */
export const createLanes = <A>(options: LanesOptions<A>): Lanes<A> => {
  const { counters, keyOf, createWaiting, onIdle } = options;
  // Each lane in here is worked on, or about to be.
  const lanes = new Map<unknown, Lane<A>>();
  const busy = createBusy(counters);
  const starter = createStarter(options, busy);
  let phase: 'open' | 'closing' | 'over' = 'open';

  const rest = (): void => {
    if (lanes.size > 0) return;
    busy.end();
    if (phase === 'closing') onIdle();
  };

  const admit = (value: A): Lane<A> | undefined => {
    let fate: Fate = 'dropped';
    try {
      const key = keyOf(value);
      const known = lanes.get(key);
      const lane = known ?? { key, waiting: createWaiting() };
      fate = lane.waiting.admit(value);
      if (known !== undefined) return undefined;
      lanes.set(key, lane);
      return lane;
    } finally {
      counters.received += 1;
      counters[fate] += 1;
    }
  };

  return {
    receive: (value) => {
      if (phase === 'over') return;
      const fresh = admit(value);
      if (fresh !== undefined) starter.add(fresh);
    },
    finish: (lane) => {
      if (lane.waiting.size() > 0) starter.add(lane);
      else if (phase !== 'over') {
        lanes.delete(lane.key);
        rest();
      }
    },
    close: () => {
      phase = 'closing';
      rest();
    },
    drop: () => {
      phase = 'over';
      for (const { waiting } of lanes.values()) {
        counters.waiting -= waiting.size();
        counters.dropped += waiting.size();
        while (waiting.size() > 0) waiting.take();
      }
      lanes.clear();
      starter.clear();
      rest();
    },
  };
};
