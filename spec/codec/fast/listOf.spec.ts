import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { exactly } from '../../../src/codec/fast/exactly.ts';
import { fast } from '../../../src/codec/fast/fast.ts';
import { listOf } from '../../../src/codec/fast/listOf.ts';
import { recordOf } from '../../../src/codec/fast/recordOf.ts';
import { tolerantList } from '../../../src/codec/fast/tolerantList.ts';
import { gathering } from '../../../src/codec/gathering.ts';
import { leftOut } from '../../../src/codec/leftOut.ts';
import { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import { Integer } from '../../../src/codec/scalars/Integer.ts';
import { toValues } from '../../../src/codec/scalars/toValues.ts';
import { readDigits } from '../../../src/json/exactJson.ts';
import { mismatches } from '../../../src/mismatches.ts';

const Row = recordOf({ Id: Integer }, { Price: Decimal }, 'Row');
const Rows = listOf(Row);

const read = <A>(codec: t.Decoder<unknown, A>, u: unknown): readonly [value: A, told: readonly string[]] => {
  const { value, mishaps } = gathering(() => codec.decode(u));
  if (E.isLeft(value)) throw new Error(JSON.stringify(mismatches(value.left)));
  return [
    value.right,
    mishaps.map((errors) =>
      mismatches(errors)
        .map(({ path, found }) => `${path}: ${found}`)
        .join(),
    ),
  ];
};

describe('listOf', () => {
  it('hands on the very list where every row is good', () => {
    const rows = [{ Id: 1 }, { Id: 2, Price: 1.5 }];
    const [list, told] = read(Rows, rows);
    expect(list).toBe(rows);
    expect([leftOut(list), told]).toEqual([0, []]);
  });

  it('leaves out what cannot be read, says how much that is, and tells the place of each', () => {
    const [list, told] = read(Rows, [
      { Id: 1 },
      { Id: 'b' },
      null,
      { Id: 4, Price: {} },
      { Id: 5, Price: '6' },
    ]);
    expect(list).toEqual([{ Id: 1 }, { Id: 5, Price: 6 }]);
    expect(leftOut(list)).toBe(3);
    expect(told).toEqual(['1.Id: "b"', '2: null,2: null', '3.Price: an object']);
  });

  it('tells all that is wrong with a row at once, and not what else is left out of it', () => {
    const Two = listOf(recordOf({ a: t.number, b: t.number }, { c: t.number }));
    expect(read(Two, [{ a: 1, b: 2 }, { c: 'NaN' }])[1]).toEqual(['1.a: undefined,1.b: undefined']);
  });

  it.each([[null], [undefined], [''], ['  ']])(
    'reads %p in the place of the whole payload as a list of which nobody knows',
    (u) => {
      const [list, told] = read(Rows, u);
      expect(list).toEqual([]);
      expect(leftOut(list)).toBe(Infinity);
      expect(told).toHaveLength(1);
    },
  );

  it.each([[{}], ['words'], [0], [false]])('refuses %p, which is no list', (u) => {
    expect(E.isLeft(Rows.decode(u))).toBe(true);
  });

  it('refuses nothing in the place of a list within something else', () => {
    const Holder = fast(t.type({ Rows }));
    expect(E.isLeft(Holder.decode({ Rows: null }))).toBe(true);
    const [{ Rows: rows }, told] = read(Holder, { Rows: [{ Id: 'a' }, { Id: 2 }] });
    expect([rows, leftOut(rows), told]).toEqual([[{ Id: 2 }], 1, ['Rows.0.Id: "a"']]);
  });

  it('leaves out within a row that stays', () => {
    const Orders = listOf(recordOf({ Id: t.number }, { Fills: listOf(t.number) }));
    const [list, told] = read(Orders, [{ Id: 1, Fills: [1, 'a'] }, { Id: 2 }]);
    expect(list).toEqual([{ Id: 1, Fills: [1] }, { Id: 2 }]);
    expect([leftOut(list), leftOut(list[0]?.Fills ?? [])]).toEqual([0, 1]);
    expect(told).toEqual(['0.Fills.1: "a"']);
  });

  it('says so of a list that was read exactly, too', () => {
    const exact = exactly(Rows, readDigits);
    const [list, told] = read(
      exact,
      readDigits('[{"Id":1,"Price":2.50},{"Price":3.0},{"Id":1.25,"Price":[]}]'),
    );
    const texts = toValues(list, (text) => text) as readonly unknown[];
    expect(texts).toEqual([{ Id: 1, Price: '2.50' }]);
    expect([leftOut(list), leftOut(texts)]).toEqual([2, 2]);
    expect(told).toEqual(['1.Id: undefined', '2.Id: 1.25,2.Price: an array of 0']);
  });

  it('gives the n - k good ones of n rows in their order, and k; with and without fast', () => {
    const good = fc.record({
      Id: fc.integer(),
      Price: fc.constantFrom(1, 2.5, '3.5', null, 'NaN', undefined),
    });
    const broken = fc.constantFrom<unknown>(
      null,
      0,
      'row',
      [],
      {},
      { Id: null },
      { Id: 'NaN' },
      { Id: 1, Price: {} },
    );
    const rows = fc.array(
      fc.oneof(
        good.map((row) => ({ row, isGood: true })),
        broken.map((row) => ({ row, isGood: false })),
      ),
    );
    fc.assert(
      fc.property(rows, (items) => {
        const ids = items.flatMap(({ row, isGood }) => (isGood ? [(row as { Id: number }).Id] : []));
        for (const codec of [Rows, tolerantList(Row)]) {
          const [list, told] = read(
            codec,
            items.map(({ row }) => row),
          );
          expect(list.map(({ Id }) => Id)).toEqual(ids);
          expect(leftOut(list)).toBe(items.length - ids.length);
          const noNumbers = items.filter(
            ({ row, isGood }) => isGood && (row as { Price?: unknown }).Price === 'NaN',
          );
          expect(told).toHaveLength(items.length - ids.length + noNumbers.length);
        }
      }),
    );
  });
});
