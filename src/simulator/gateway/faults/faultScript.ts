import { createRandom } from '../../market/random.ts';
import type { Condition, Fault, FaultKind, Incident } from './fault.ts';
import { condition, conditions, type Draw, incident, incidents, pick } from './randomFault.ts';
import { swarmFaults } from './swarm.ts';

/** What goes wrong with an exchange, as data. */
export interface FaultScript {
  /** After so many milliseconds all that is still wrong because of the script is right again. */
  readonly lasts: number;
  readonly faults: readonly Fault[];
}

/** Bounds of a random script. */
export interface FaultScriptOptions {
  /**
   * How long it lasts, in milliseconds.
   *
   * @default 4_000
   */
  readonly lasts?: number;
  /**
   * How many faults it has at the most.
   *
   * @default 8
   */
  readonly most?: number;
  /**
   * The users who may be logged out.
   *
   * @default the trader of the demo users
   */
  readonly userIds?: readonly number[];
  /**
   * How large an oversize frame may be, in characters.
   *
   * @default 100_000
   */
  readonly largest?: number;
  /**
   * Which kinds there may be. `'wire'` is what goes wrong with connections and messages, each as likely as the others.
   * With `'all'`, or a list, each seed draws how likely each kind is, and some seeds have one kind alone.
   *
   * @default 'wire'
   */
  readonly kinds?: 'wire' | 'all' | readonly FaultKind[];
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
 * A random script within bounds: the same one for the same seed.
 *
 * @example
 * exchange.play(faultScript(7));
 * exchange.play(faultScript(7, { kinds: 'all' })); // with orders that arrive late, events that are lost, ghosts in books
 */
export const faultScript = (
  seed: number,
  { lasts = 4_000, most = 8, userIds = [64], largest = 100_000, kinds = 'wire' }: FaultScriptOptions = {},
): FaultScript => {
  const random = createRandom(seed);
  const bounds = { lasts, most, userIds, largest };
  const length = 1 + random.below(most);
  const faults =
    kinds === 'wire'
      ? Array.from({ length }, () => wireFault(random, bounds))
      : swarmFaults(random, bounds, { length, kinds });
  return { lasts, faults };
};
