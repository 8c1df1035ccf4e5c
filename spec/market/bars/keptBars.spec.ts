import { TransportError } from '../../../src/errors.ts';
import {
  emptyKeptBars,
  type KeptBars,
  type KeptBarsInput,
  reduceKeptBars,
} from '../../../src/market/bars/keptBars.ts';

const cause = new TransportError('gone');
const row = [60_000, 5, 5, 5, 5, 1, 0, 0, 1, 0] as const;
const begun: KeptBarsInput = { _tag: 'Snapshot', rows: [row], count: 100 };
const play = (...inputs: readonly (readonly [at: number, input: KeptBarsInput])[]): KeptBars =>
  inputs.reduce((kept, [at, input]) => reduceKeptBars(kept, input, at)[0], emptyKeptBars(60));

describe('kept bars', () => {
  it('are live with the snapshot, proved by it and renewed by what follows', () => {
    const { trust } = play([3, begun], [5, { _tag: 'Update', rows: [row] }]);
    expect(trust).toEqual({ status: 'live', since: 3, asOf: 5, provenAt: 3, epoch: 1 });
  });

  it('are not renewed by a clock or a wish', () => {
    const wanted = { count: 1, from: Infinity };
    const { trust } = play([3, begun], [9, { _tag: 'Time', now: 70_000 }], [9, { _tag: 'Wanted', wanted }]);
    expect(trust.asOf).toBe(3);
  });

  it('say why they are lost, and why they cannot be had, and keep what they were', () => {
    const lost = play([3, begun], [4, { _tag: 'Lost', cause }]);
    expect(lost).toMatchObject({
      trust: { status: 'restoring', since: 4, cause },
      series: { bars: [{ close: 5 }] },
    });
    const failed = play([3, begun], [4, { _tag: 'Failed', cause }]);
    expect(failed).toMatchObject({
      trust: { status: 'failed', since: 4, cause },
      series: { bars: [{ close: 5 }] },
    });
  });
});
