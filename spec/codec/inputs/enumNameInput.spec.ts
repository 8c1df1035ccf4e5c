import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import type * as t from 'io-ts';
import { enumNameInput } from '../../../src/codec/inputs/enumNameInput.ts';

const codec = enumNameInput({ Red: 0, Blue: 1 }, 'Faded');

describe('enumNameInput', () => {
  it.each([
    ['Red', 'Red'],
    [0, 'Red'],
    [1, 'Blue'],
    ['Faded', 'Faded'],
  ] as const)('sends %p as %p', (given, sent) => {
    expect(codec.is(given)).toBe(true);
    expect(codec.encode(given)).toBe(sent);
  });

  it.each([['Green'], ['red'], [2], ['0'], ['toString'], [null]])('refuses %p', (u) => {
    expect(E.isLeft(codec.decode(u))).toBe(true);
  });

  it('has the members as its type', () => {
    expectTypeOf<t.TypeOf<typeof codec>>().toEqualTypeOf<'Red' | 'Blue' | 'Faded' | 0 | 1>();
  });
});
