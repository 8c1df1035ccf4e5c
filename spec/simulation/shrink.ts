import type { Scenario, Step } from './scenario.ts';

const halved = (number: number): number => Math.floor(number / 2);

/** What is left of a list without a part of it: without all, without either half, and so on, down to one at a time. */
function* fewer<A>(items: readonly A[]): Generator<readonly A[], void> {
  for (let size = items.length; size > 0; size = halved(size)) {
    for (let end = items.length; end > 0; end -= size)
      yield items.filter((_item, at) => at < end - size || at >= end);
  }
}

const withOther = <A>(items: readonly A[], index: number, item: A): readonly A[] =>
  items.map((old, at) => (at === index ? item : old));

const withSteps = (scenario: Scenario, steps: readonly Step[]): Scenario => ({
  ...scenario,
  steps: [...steps].sort((one, other) => one.at - other.at),
});
const withFaults = (scenario: Scenario, faults: Scenario['script']['faults']): Scenario => ({
  ...scenario,
  script: { ...scenario.script, faults },
});

const simplerSteps = (step: Step): readonly Step[] => {
  if (step.does === 'ask' && step.leavesAfter !== undefined) {
    const { at, client, does, what } = step;
    return [{ at, client, does, what }];
  }
  if (step.does === 'place' && step.draft.leavesAfter !== undefined) {
    const { side, pricing, quantity, isPostOnly } = step.draft;
    return [{ ...step, draft: { side, pricing, quantity, isPostOnly } }];
  }
  if (step.does !== 'join') return [];
  const { lasts, reaction, slow, ...rest } = step;
  const parts = {
    ...(lasts !== undefined && { lasts }),
    ...(reaction && { reaction }),
    ...(slow && { slow }),
  };
  return (['lasts', 'reaction', 'slow'] as const)
    .filter((name) => name in parts)
    .map((name) => ({
      ...rest,
      ...Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name)),
    }));
};

/** All that is a little less than a scenario: the most promising first. */
function* smaller(scenario: Scenario): Generator<Scenario, void> {
  const { steps, script, clients } = scenario;
  for (const faults of fewer(script.faults)) yield withFaults(scenario, faults);
  for (const busy of fewer(scenario.busy)) yield { ...scenario, busy };
  for (const clockSteps of fewer(scenario.clockSteps)) yield { ...scenario, clockSteps };
  for (const some of fewer(steps)) yield withSteps(scenario, some);
  if (clients.length > 1) {
    const last = clients.length - 1;
    if (steps.every(({ client }) => client !== last)) yield { ...scenario, clients: clients.slice(0, last) };
  }
  for (const [index, step] of steps.entries()) {
    for (const simpler of simplerSteps(step)) yield withSteps(scenario, withOther(steps, index, simpler));
  }
  if (scenario.profile !== 'none') yield { ...scenario, profile: 'none' };
  if (scenario.latency > 0) yield { ...scenario, latency: 0 };
}

/** The same with a time that is half as long. */
function* shorter(scenario: Scenario): Generator<Scenario, void> {
  const { steps, script } = scenario;
  for (const [index, step] of steps.entries())
    if (step.at > 0) yield withSteps(scenario, withOther(steps, index, { ...step, at: halved(step.at) }));
  for (const [index, fault] of script.faults.entries()) {
    const { after = 0 } = fault;
    if (after > 0)
      yield withFaults(scenario, withOther(script.faults, index, { ...fault, after: halved(after) }));
    if ('lasts' in fault && fault.lasts > 1)
      yield withFaults(scenario, withOther(script.faults, index, { ...fault, lasts: halved(fault.lasts) }));
  }
}

/** How many runs a scenario may be shrunk with. */
const mostRuns = 200;

/**
 * The smallest scenario found that still fails: first what goes wrong and then steps go, many together and at last one at
 * a time, until none can; then times are halved.
 */
export const shrink = (scenario: Scenario, fails: (scenario: Scenario) => boolean): Scenario => {
  let smallest = scenario;
  let runs = 0;
  const step = (candidates: (of: Scenario) => Iterable<Scenario>): boolean => {
    for (const candidate of candidates(smallest)) {
      if (runs >= mostRuns) return false;
      runs += 1;
      if (!fails(candidate)) continue;
      smallest = candidate;
      return true;
    }
    return false;
  };
  while (step(smaller));
  while (step(shorter));
  return smallest;
};
