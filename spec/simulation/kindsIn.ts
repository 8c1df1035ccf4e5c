import type { Reaction, Scenario, Step } from './scenario.ts';

const handlers: Readonly<Record<Reaction['does'], string>> = {
  leave: 'a handler that leaves',
  join: 'a handler that joins',
  ask: 'a handler that asks',
  place: 'a handler that orders',
  act: 'a handler that orders',
  reconnect: 'a handler that reconnects',
  close: 'a handler that closes',
};

const inStep = (step: Step): readonly string[] => {
  switch (step.does) {
    case 'join':
      return [
        ...(step.reaction ? [handlers[step.reaction.reaction.does]] : []),
        ...(step.slow ? ['a slow consumer'] : []),
      ];
    case 'meddle':
    case 'placeByHand':
    case 'tradeElsewhere':
      return ['somebody else at the account'];
    case 'reconnect':
    case 'close':
      return [`${step.does}()`];
    default:
      return [];
  }
};

/** All that goes wrong in a scenario, by kind: its faults, busy stretches, and clocks that are set. */
export const faultsIn = ({ script, busy, clockSteps }: Scenario): readonly string[] => [
  ...script.faults.map(({ does }) => does),
  ...busy.map(() => 'busy'),
  ...clockSteps.map(() => 'clock'),
];

/**
 * What a scenario is made of, by kind and each once: what goes wrong, and then what its users do besides following,
 * asking and ordering.
 */
export const kindsIn = (scenario: Scenario): readonly string[] => [
  ...new Set([...faultsIn(scenario), ...scenario.steps.flatMap(inStep)]),
];
