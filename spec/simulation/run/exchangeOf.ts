import { createExchange, type Exchange, profiles } from '../../../src/simulator/index.ts';
import { defaultInstruments } from '../../../src/simulator/market/catalogue.ts';
import type { Scenario, Step } from '../scenario.ts';
import { startOfRun } from '../virtualTime.ts';

/** The instruments that anybody looks at. */
const traded = (steps: readonly Step[]): readonly number[] =>
  steps.some((step) => step.does === 'join' && step.instrument === 2) ? [1, 2] : [1];

/** They differ in this alone from what the exchange has by itself. */
const instrumentsOf = ({ mayTradeWithItself }: Scenario) =>
  defaultInstruments.map((instrument) => ({ ...instrument, SelfTradePrevention: !mayTradeWithItself }));

/** The exchange of a run, with the faults of its script. */
export const exchangeOf = (scenario: Scenario): Exchange => {
  const { seed, profile, latency, crowd, script, steps } = scenario;
  return createExchange({
    ...{ startTime: startOfRun, seed, latency, crowd, crowdInstruments: traded(steps), faults: script },
    ...(profile === 'none' ? {} : profiles[profile]),
    instruments: instrumentsOf(scenario),
  });
};
