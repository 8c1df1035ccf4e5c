import * as fc from 'fast-check';
import { faster, fullPace, slower } from '../../src/streams/pace.ts';

describe('a pace', () => {
  it('is full speed without a pause at first', () => {
    expect(fullPace(10)).toEqual({ bound: 10, pause: 0 });
  });

  it('halves the bound and doubles a pause from 20 ms to a second with every loss', () => {
    const paces = [fullPace(10)];
    for (let loss = 1; loss <= 8; loss++) paces.push(slower(paces[loss - 1] ?? fullPace(10)));
    expect(paces.map(({ bound }) => bound)).toEqual([10, 5, 2, 1, 1, 1, 1, 1, 1]);
    expect(paces.map(({ pause }) => pause)).toEqual([0, 20, 40, 80, 160, 320, 640, 1_000, 1_000]);
  });

  it('comes back to full speed with success, after whatever losses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 }), (most, losses) => {
        let pace = fullPace(most);
        for (let loss = 0; loss < losses; loss++) pace = slower(pace);
        for (let success = 0; success < 16; success++) pace = faster(pace, most);
        expect(pace).toEqual(fullPace(most));
      }),
    );
  });
});
