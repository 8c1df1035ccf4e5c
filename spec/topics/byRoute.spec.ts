import * as fc from 'fast-check';
import { byRoute } from '../../src/topics/byRoute.ts';

describe('byRoute', () => {
  it('hands out all rows in their order, in runs of one route', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 })), (rows) => {
        const runs: (readonly [string, readonly number[]])[] = [];
        byRoute(
          rows,
          (row) => row,
          (route, run) => runs.push([route, run]),
        );
        expect(runs.flatMap(([, run]) => run)).toEqual(rows);
        for (const [route, run] of runs) expect(new Set(run.map(String))).toEqual(new Set([route]));
      }),
    );
  });

  it('hands rows of one route out as they came', () => {
    const rows = [1, 1];
    byRoute(
      rows,
      (row) => row,
      (_, run) => expect(run).toBe(rows),
    );
    expect.assertions(1);
  });
});
