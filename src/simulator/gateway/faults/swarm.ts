import type { Random } from '../../market/random.ts';
import type { Fault, FaultKind } from './fault.ts';
import { type Bounds, faultKinds, faultOf } from './randomFault.ts';

/** How many of one kind there are to one of another; 0 is none. */
const weights = [0, 0, 1, 1, 2, 4, 8] as const;
/** One seed in so many has one kind alone. */
const alone = 4;

/** How likely each kind is in one script: some are not there at all, and now and then one is alone. */
const drawWeights = (random: Random, kinds: readonly FaultKind[]): readonly number[] => {
  const sure = random.below(kinds.length);
  const isAlone = random.below(alone) === 0;
  return kinds.map((_kind, index) => {
    const weight = weights[random.below(weights.length)] ?? 0;
    if (index === sure) return Math.max(weight, 1);
    return isAlone ? 0 : weight;
  });
};

const drawKind = (
  random: Random,
  kinds: readonly FaultKind[],
  weighed: readonly number[],
): FaultKind | undefined => {
  let place = random.below(weighed.reduce((sum, weight) => sum + weight, 0));
  return kinds.find((_kind, index) => (place -= weighed[index] ?? 0) < 0);
};

/** So many random faults, of kinds that are as likely as this one script has it. */
export const swarmFaults = (
  random: Random,
  bounds: Bounds,
  { length, kinds }: { readonly length: number; readonly kinds: 'all' | readonly FaultKind[] },
): readonly Fault[] => {
  const meant = kinds === 'all' ? faultKinds : kinds;
  if (meant.length === 0) return [];
  const weighed = drawWeights(random, meant);
  return Array.from({ length }, () => drawKind(random, meant, weighed)).flatMap((kind) =>
    kind === undefined ? [] : [faultOf(kind)(random, bounds)],
  );
};
