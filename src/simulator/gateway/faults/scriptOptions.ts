import {
  aFiniteNumber,
  allOf,
  misfits,
  oneOf,
  refuseMisfits,
  type Shape,
  type ShapesOf,
} from '../../../misfits.ts';
import { nearOption } from '../nearOption.ts';
import type { FaultKind } from './fault.ts';
import { faultKinds } from './randomFault.ts';

/** Options of `faultScript`. */
export interface FaultScriptOptions {
  /** The duration of the script, in milliseconds. @default 4_000 */
  readonly lasts?: number;
  /** The largest number of faults. @default 8 */
  readonly most?: number;
  /**
   * The users who may be logged out.
   *
   * @default the trader of the demo users
   */
  readonly userIds?: readonly number[];
  /** The largest size of an oversize frame, in characters. @default 100_000 */
  readonly largest?: number;
  /**
   * Which kinds of faults may occur. `'wire'`: faults of connections and messages, at fixed odds. With `'all'` or a
   * list each seed draws the odds of each kind, and some seeds use one kind only.
   *
   * @default 'wire'
   */
  readonly kinds?: 'wire' | 'all' | readonly FaultKind[];
}

const from1: Shape = {
  expected: 'a finite number from 1 on',
  is: (u) => typeof u === 'number' && Number.isFinite(u) && u >= 1,
};
const kinds = allOf(oneOf(...faultKinds), '');

const scriptShapes: ShapesOf<FaultScriptOptions> = {
  lasts: from1,
  most: from1,
  userIds: allOf(aFiniteNumber, 'a list of numbers'),
  largest: from1,
  kinds: {
    expected: `'wire', 'all' or a list of kinds of faults (${faultKinds.join(', ')}),`,
    is: (u) => u === 'wire' || u === 'all' || kinds.is(u),
  },
};

/**
 * Looks at what a random script is to be made of.
 *
 * @throws RangeError if it cannot be meant.
 */
export const checkScriptOptions = (seed: unknown, options: unknown): void => {
  refuseMisfits('The seed of faultScript', misfits({ seed }, { seed: aFiniteNumber }));
  refuseMisfits('The options of faultScript', misfits(options, scriptShapes, '', nearOption));
};
