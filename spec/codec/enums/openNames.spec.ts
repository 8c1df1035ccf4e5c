import * as E from 'fp-ts/lib/Either.js';
import { FeeType } from '../../../src/codec/enums/FeeType.ts';
import { openNames } from '../../../src/codec/enums/openNames.ts';

const codec = openNames('FeeType', FeeType);

describe('openNames', () => {
  it.each([
    ['Flat', 'Flat'],
    ['FlatPegtoProduct', 'FlatPegToProduct'],
    ['flat', 'Flat'],
    ['Surcharge', 'Surcharge'],
    ['constructor', 'constructor'],
    [7, 7],
    ['7', '7'],
  ])('reads %p as %p', (u, name) => {
    expect(codec.decode(u)).toEqual(E.right(name));
  });

  it.each([[null], [undefined], [true], [{}]])('refuses %p', (u) => {
    expect(E.isLeft(codec.decode(u))).toBe(true);
  });
});
