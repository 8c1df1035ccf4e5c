import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { allOrNone, countGathered, gather, gathering } from '../../src/codec/gathering.ts';
import { digits } from '../../src/json/Digits.ts';
import { mismatches } from '../../src/mismatches.ts';

const mishap = (value: unknown): t.Errors => [{ value, context: [] }];
const valuesOf = (mishaps: readonly t.Errors[]): readonly unknown[] =>
  mishaps.flatMap((errors) => errors.map(({ value }) => value));

describe('gathering', () => {
  it('hands back what runs, and what is told while it does, in order', () => {
    const { value, mishaps } = gathering(() => {
      gather(mishap(1));
      gather([...mishap(2), ...mishap(3)]);
      return 'done';
    });
    expect(value).toBe('done');
    expect(mishaps.map((errors) => errors.length)).toEqual([1, 2]);
    expect(valuesOf(mishaps)).toEqual([1, 2, 3]);
  });

  it('knows of nothing outside', () => {
    gather(mishap(1));
    expect(countGathered()).toBe(0);
    expect(gathering(() => 0).mishaps).toEqual([]);
  });

  it('keeps what is gathered within apart', () => {
    const outer = gathering(() => {
      gather(mishap('before'));
      const inner = gathering(() => gather(mishap('within')));
      gather(mishap('after'));
      return inner.mishaps;
    });
    expect(valuesOf(outer.value)).toEqual(['within']);
    expect(valuesOf(outer.mishaps)).toEqual(['before', 'after']);
  });

  it('is clean after a run that throws, within another one as well', () => {
    const throws = (): never => {
      gather(mishap('lost'));
      throw new Error('no codec');
    };
    expect(() => gathering(throws)).toThrow('no codec');
    expect(countGathered()).toBe(0);
    const { mishaps } = gathering(() => {
      expect(() => gathering(throws)).toThrow('no codec');
      gather(mishap('kept'));
    });
    expect(valuesOf(mishaps)).toEqual(['kept']);
  });

  it('tells digits as the number that they are', () => {
    const { mishaps } = gathering(() => gather(mishap(digits('1.50'))));
    expect(mishaps.map(mismatches)).toEqual([[{ path: '', expected: 'something else', found: '1.5' }]]);
  });
});

describe('allOrNone', () => {
  const leaving = (result: t.Validation<number>) => () => {
    gather(mishap('on the way'));
    return result;
  };

  it('forgets what a refusal has left out, and nothing from before', () => {
    const { value, mishaps } = gathering(() => {
      gather(mishap('before'));
      return allOrNone(leaving(t.failure(1, [])));
    });
    expect(E.isLeft(value)).toBe(true);
    expect(valuesOf(mishaps)).toEqual(['before']);
  });

  it('keeps what a value was read without', () => {
    const { value, mishaps } = gathering(() => allOrNone(leaving(t.success(1))));
    expect(value).toEqual(E.right(1));
    expect(valuesOf(mishaps)).toEqual(['on the way']);
  });
});
