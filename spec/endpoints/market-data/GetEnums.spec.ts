import { GetEnums } from '../../../src/endpoints/market-data/GetEnums.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent } from '../../support/exchanged.ts';

const member = { Name: 'Working', Description: 'Working', Number: 1 };
const enumeration = { Class: 'Order', Property: 'OrderState', Enums: [member] };

describe('GetEnums', () => {
  it('reads enumerations and their members', () => {
    expect(sent(GetEnums, {})).toBe('{}');
    expect(received(GetEnums, JSON.stringify([enumeration]))).toEqual([enumeration]);
  });

  it('needs every field', () => {
    expect(dispensable(GetEnums, enumeration, (u) => [u], '0.')).toEqual([]);
    expect(dispensable(GetEnums, member, (u) => [{ ...enumeration, Enums: [u] }], '0.Enums.0.')).toEqual([]);
  });
});
