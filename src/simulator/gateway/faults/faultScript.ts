import { createRandom } from '../../market/random.ts';
import type { Condition, Fault, Incident } from './fault.ts';
import { condition, conditions, type Draw, incident, incidents, pick } from './randomFault.ts';
import { checkScriptOptions, type FaultScriptOptions } from './scriptOptions.ts';
import { swarmFaults } from './swarm.ts';

export type { FaultScriptOptions };

/** Faults of an exchange, as data. */
export interface FaultScript {
  /** The duration, in milliseconds: then all faults of the script that are still active end. */
  readonly lasts: number;
  readonly faults: readonly Fault[];
}

/** What happens to connections and messages; what is there twice is twice as likely. */
const wireIncidents: readonly [Draw<Incident>, ...Draw<Incident>[]] = [
  incidents.drop,
  incidents.drop,
  incidents.logOut,
  incidents.secondLogin,
  incidents.malformedFrame,
  incidents.malformedPayload,
  incidents.unknownEvent,
  incidents.oversizeFrame,
];
const wireConditions: readonly [Draw<Condition>, ...Draw<Condition>[]] = [
  conditions.refuse,
  conditions.mute,
  conditions.withhold,
  () => ({ does: 'withhold' }),
  conditions.reorder,
  conditions.delay,
  conditions.duplicate,
  conditions.eventFirst,
  conditions.drip,
];

const oneOf =
  <A>(draws: readonly [Draw<A>, ...Draw<A>[]]): Draw<A> =>
  (random, bounds) =>
    pick(random, draws)(random, bounds);

const wireFault: Draw<Fault> = (random, bounds) =>
  random.below(2) === 0
    ? incident(oneOf(wireIncidents))(random, bounds)
    : condition(oneOf(wireConditions))(random, bounds);

/**
 * A random script of faults: the same script for the same seed and options.
 *
 * @throws RangeError if an option does not exist, or is of another kind.
 *
 * @example
 * exchange.play(faultScript(7));
 * exchange.play(faultScript(7, { kinds: 'all' })); // with orders that arrive late, events that are lost, ghosts in books
 */
export const faultScript = (seed: number, options: FaultScriptOptions = {}): FaultScript => {
  checkScriptOptions(seed, options);
  const { lasts = 4_000, most = 8, userIds = [64], largest = 100_000, kinds = 'wire' } = options;
  const random = createRandom(seed);
  const bounds = { lasts, most, userIds, largest };
  const length = 1 + random.below(most);
  const faults =
    kinds === 'wire'
      ? Array.from({ length }, () => wireFault(random, bounds))
      : swarmFaults(random, bounds, { length, kinds });
  return { lasts, faults };
};
