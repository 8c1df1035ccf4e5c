import type { Scenario, Step } from './scenario.ts';

const without = <A>(items: readonly A[], index: number): readonly A[] =>
  items.filter((_item, at) => at !== index);
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

const halved = (time: number): number => Math.floor(time / 2);

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
  const { faults } = script;
  for (let index = 0; index < faults.length; index += 1) yield withFaults(scenario, without(faults, index));
  for (let index = steps.length - 1; index >= 0; index -= 1) yield withSteps(scenario, without(steps, index));
  if (clients.length > 1) {
    const last = clients.length - 1;
    if (steps.every(({ client }) => client !== last)) yield { ...scenario, clients: clients.slice(0, last) };
  }
  for (let index = 0; index < scenario.busy.length; index += 1)
    yield { ...scenario, busy: without(scenario.busy, index) };
  for (let index = 0; index < scenario.clockSteps.length; index += 1)
    yield { ...scenario, clockSteps: without(scenario.clockSteps, index) };
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
 * The smallest scenario found that still fails: first faults and steps go, one at a time, until none can; then times are
 * halved.
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
