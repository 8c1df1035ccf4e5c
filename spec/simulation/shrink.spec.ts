import { drawScenario } from './drawing/drawScenario.ts';
import { shrink } from './shrink.ts';

describe('shrink', () => {
  it('leaves of a scenario what it fails by, at half times', () => {
    const drawn = drawScenario(7);
    const scenario = {
      ...drawn,
      steps: [...drawn.steps, { at: 2_000, client: 0, does: 'reconnect' } as const],
    };

    const { steps, script } = shrink(scenario, (candidate) =>
      candidate.steps.some(({ does, at }) => does === 'reconnect' && at >= 500),
    );

    expect(steps).toEqual([{ at: 500, client: 0, does: 'reconnect' }]);
    expect(script.faults).toEqual([]);
  });

  it('takes away many together, and keeps the few that it needs', () => {
    const drop = (after: number) => ({ after, does: 'drop' }) as const;
    const faults = Array.from({ length: 300 }, (_, index) => drop(index + 1));
    const scenario = { ...drawScenario(7), steps: [], script: { lasts: 4_000, faults } };

    const { script } = shrink(scenario, ({ script: { faults: left } }) =>
      [7, 250].every((time) => left.some(({ after }) => after === time)),
    );

    expect(script.faults).toEqual([drop(7), drop(250)]);
  });
});

describe('drawScenario', () => {
  it('draws the same for the same seed, and something else for another', () => {
    expect(drawScenario(3)).toEqual(drawScenario(3));
    expect(drawScenario(3)).not.toEqual(drawScenario(4));
  });
});
