import { Observable, Subject } from 'rxjs';
import { joinAfter } from '../../src/streams/joinAfter.ts';

describe('joinAfter', () => {
  it('gives the older first, then what came while that was given, in order', () => {
    const source = new Subject<number>();
    const seen: unknown[] = [];
    new Observable<number>((consumer) => joinAfter(1, source, consumer)).subscribe({
      next: (value) => {
        seen.push(value);
        if (value === 1) source.next(2);
      },
      complete: () => seen.push('complete'),
    });
    source.next(3);
    source.complete();
    expect(seen).toEqual([1, 2, 3, 'complete']);
  });

  it('holds back an end as well, and leaves the source with the consumer', () => {
    const seen: unknown[] = [];
    const failing = new Observable<number>((consumer) => consumer.error('no'));
    new Observable<number>((consumer) => joinAfter(1, failing, consumer)).subscribe({
      next: (value) => seen.push(value),
      error: (error: unknown) => seen.push(error),
    });
    expect(seen).toEqual([1, 'no']);

    const source = new Subject<number>();
    new Observable<number>((consumer) => joinAfter(1, source, consumer)).subscribe().unsubscribe();
    expect(source.observed).toBe(false);
  });
});
