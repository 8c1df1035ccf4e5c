import { calm, cases } from './cases.ts';
import { play } from './play.ts';

describe('the simulation, on what it has found', () => {
  it.each(cases)('%s', (_title, scenario) => {
    expect(play(scenario).breaches).toEqual([]);
  });

  it('has nothing to find on a client that nobody uses', () => {
    expect(play(calm).breaches).toEqual([]);
  });

  it('goes the same way twice, to the last line', () => {
    const [, [, scenario] = ['', calm]] = cases;

    expect(play(scenario).lines).toEqual(play(scenario).lines);
  });
});
