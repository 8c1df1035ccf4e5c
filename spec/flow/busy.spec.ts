import { createBusy } from '../../src/flow/busy.ts';
import { createCounters } from '../../src/flow/counters.ts';
import { marbles } from '../support/marbles.ts';

describe('createBusy', () => {
  it('says since when one of those is busy that share the counters, each counted once', () => {
    marbles(({ cold, flush }) => {
      const counters = createCounters();
      const [one, other] = [createBusy(counters), createBusy(counters)];
      const seen: unknown[] = [];
      const steps = { a: one.begin, b: other.begin, c: one.end, d: other.end, e: one.begin };
      cold('-abac-cddea', steps).subscribe((step) => {
        step();
        seen.push(counters.busySince);
      });
      flush();

      expect(seen).toEqual([1, 1, 1, 1, 1, undefined, undefined, 9, 9]);
    });
  });

  it('takes others for nothing to do with counters that they do not share', () => {
    const [own, foreign] = [createCounters(), createCounters()];
    createBusy(foreign).begin();
    const busy = createBusy(own);
    busy.begin();
    busy.end();

    expect([own.busySince, typeof foreign.busySince]).toEqual([undefined, 'number']);
  });
});
