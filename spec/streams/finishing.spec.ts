import { of } from 'rxjs';
import { DecodeError } from '../../src/errors.ts';
import { finishing } from '../../src/streams/finishing.ts';
import type { Kept } from '../../src/streams/kept.ts';

const live: Kept<number> = { status: 'live', state: 1, since: 0, asOf: 0, provenAt: 0, epoch: 1 };

describe('finishing', () => {
  it('makes of each state what its followers are given, once for all of them', () => {
    let count = 0;
    const seen: Kept<number>[] = [];
    const finish = (state: number): number => {
      count += 1;
      return state * 10;
    };
    const topic = {};
    for (let follower = 0; follower < 2; follower++) {
      of(live)
        .pipe(finishing(topic, finish))
        .subscribe((kept) => seen.push(kept));
    }
    expect(seen[0]).toEqual({ ...live, state: 10 });
    expect(seen[1]).toBe(seen[0]);
    expect(count).toBe(1);
  });

  it('leaves what has no state as it is, and fails where it throws', () => {
    const seen: unknown[] = [];
    const unborn: Kept<number> = { status: 'restoring', since: 0, asOf: 0, provenAt: 0, epoch: 0 };
    const cause = new DecodeError('SubscribeLevel1', []);
    const throwing = (): number => {
      throw cause;
    };
    of(unborn, live, live)
      .pipe(finishing({}, throwing))
      .subscribe({
        next: (kept) => seen.push([kept.status, kept.cause]),
        complete: () => seen.push('complete'),
      });
    expect(seen).toEqual([['restoring', undefined], ['failed', cause], 'complete']);
  });
});
