import { drawScenario } from './draw.ts';
import { failuresOf } from './main.ts';

const seeds = 60;
const batch = 20;
/** One seed in so many is run twice, and must go the same way. */
const twiceEvery = 10;

const firsts = Array.from({ length: seeds / batch }, (_, index) => 1 + index * batch);

describe(`${seeds} seeds of the simulation`, () => {
  it.each(firsts)(
    'hold every rule at every emission, and come to rest: from seed %i on',
    (first) => {
      const wrong = Array.from({ length: batch }, (_, index) => first + index).flatMap((seed) =>
        failuresOf(drawScenario(seed), seed % twiceEvery === 0).breaches.map((breach) => ({
          seed,
          ...breach,
        })),
      );

      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
