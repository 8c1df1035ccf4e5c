import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import { openEnum } from '../../../src/codec/enums/openEnum.ts';
import { OrderState } from '../../../src/codec/enums/OrderState.ts';
import { Side } from '../../../src/codec/enums/Side.ts';

const codec = openEnum('OrderState', OrderState, { 'Fully Executed': 'FullyExecuted' });

describe('openEnum', () => {
  it.each([
    ['Working', 'Working'],
    [1, 'Working'],
    ['1', 'Working'],
    ['Fully Executed', 'FullyExecuted'],
    ['Suspended', 'Suspended'],
    [17, 17],
    ['17', '17'],
    ['toString', 'toString'],
  ])('reads %p as %p', (u, name) => {
    expect(codec.decode(u)).toEqual(E.right(name));
  });

  it.each([[null], [undefined], [true], [{}]])('refuses %p', (u) => {
    expect(E.isLeft(codec.decode(u))).toBe(true);
  });

  it('suggests the members and takes any other', () => {
    expectTypeOf<'Buy'>().toExtend<Side>();
    expectTypeOf<'Sideways'>().toExtend<Side>();
    expectTypeOf<number>().toExtend<Side>();
    expectTypeOf<null>().not.toExtend<Side>();
    expect(Side.Sell).toBe(1);
  });
});
