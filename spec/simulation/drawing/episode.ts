import type { Fault } from '../../../src/simulator/index.ts';
import type { Scenario, Step } from '../scenario.ts';

/** What goes wrong together, and what the program does meanwhile. */
export interface Episode {
  readonly faults: readonly Fault[];
  readonly steps: readonly Step[];
  /** The client that neither follows nor sends anything but in this. */
  readonly keepsStill?: number;
  /** What of the run is otherwise than it was drawn. */
  readonly options?: Partial<Pick<Scenario, 'latency' | 'isHasty'>>;
}

/** Nothing of it. */
export const uneventful: Episode = { faults: [], steps: [] };
