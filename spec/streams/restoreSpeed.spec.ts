import * as fc from 'fast-check';
import { faster, fullSpeed, slower } from '../../src/streams/restoreSpeed.ts';

describe('the speed of restoring', () => {
  it('is full speed without a pause at first', () => {
    expect(fullSpeed(10)).toEqual({ bound: 10, pause: 0 });
  });

  it('halves the bound and doubles a pause from 20 ms to a second with every loss', () => {
    const speeds = [fullSpeed(10)];
    for (let loss = 1; loss <= 8; loss++) speeds.push(slower(speeds[loss - 1] ?? fullSpeed(10)));
    expect(speeds.map(({ bound }) => bound)).toEqual([10, 5, 2, 1, 1, 1, 1, 1, 1]);
    expect(speeds.map(({ pause }) => pause)).toEqual([0, 20, 40, 80, 160, 320, 640, 1_000, 1_000]);
  });

  it('comes back to full speed with success, after whatever losses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20 }), (most, losses) => {
        let speed = fullSpeed(most);
        for (let loss = 0; loss < losses; loss++) speed = slower(speed);
        for (let success = 0; success < 16; success++) speed = faster(speed, most);
        expect(speed).toEqual(fullSpeed(most));
      }),
    );
  });
});
