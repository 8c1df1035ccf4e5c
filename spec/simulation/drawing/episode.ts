import type { Fault } from '../../../src/simulator/index.ts';
import type { Step } from '../scenario.ts';

/** What goes wrong together, and what the program does meanwhile. */
export interface Episode {
  readonly faults: readonly Fault[];
  readonly steps: readonly Step[];
}

/** Nothing of it. */
export const uneventful: Episode = { faults: [], steps: [] };
