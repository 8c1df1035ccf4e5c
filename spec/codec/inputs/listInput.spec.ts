import * as E from 'fp-ts/lib/Either.js';
import { IntegerInput } from '../../../src/codec/inputs/IntegerInput.ts';
import { listInput } from '../../../src/codec/inputs/listInput.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { oms } from '../../../src/codec/inputs/OMSId.ts';
import { request } from '../../../src/codec/inputs/request.ts';

const codec = listInput(request({ OrderId: IntegerInput }, oms));

const wrongIn = (u: unknown): readonly string[] => {
  const result = codec.decode(u);
  return E.isRight(result)
    ? []
    : mismatches(result.left).map(
        ({ path, expected, found }) => `${path} should be ${expected} but is ${found}`,
      );
};

describe('listInput', () => {
  it('writes each entry as its codec does', () => {
    expect(codec.encode([{ OrderId: 1 }, { OMSId: 2, OrderId: 3 }])).toStrictEqual([
      { OMSId: 1, OrderId: 1 },
      { OMSId: 2, OrderId: 3 },
    ]);
  });

  it('tells the place of all that is wrong', () => {
    expect(wrongIn([{ OrderId: 1 }, { OrderId: '2' }, { OrderId: 3, Id: 4 }])).toEqual([
      '1.OrderId should be an integer but is "2"',
      '2.Id should be left out, as there is no such field, but is 4',
    ]);
    expect(wrongIn([undefined])).toEqual(['0 should be an object but is undefined']);
  });

  it.each([
    [[], 'an array of 0'],
    [{ OrderId: 1 }, 'an object'],
    [undefined, 'undefined'],
    ['[]', '"[]"'],
  ])('refuses %p, which has no entry', (u, found) => {
    expect(wrongIn(u)).toEqual([` should be a list of one entry or more but is ${found}`]);
    expect(codec.is(u)).toBe(false);
  });

  it('knows what it takes', () => {
    expect(codec.is([{ OrderId: 1 }])).toBe(true);
    expect(codec.is([{ OrderId: '1' }])).toBe(false);
  });
});
