import { expectTypeOf } from 'expect-type';
import { IntegerInput } from '../../../src/codec/inputs/IntegerInput.ts';
import { oms } from '../../../src/codec/inputs/OMSId.ts';
import { request } from '../../../src/codec/inputs/request.ts';
import { TextInput } from '../../../src/codec/inputs/TextInput.ts';
import { together } from '../../../src/codec/inputs/together.ts';

const id = { Id: IntegerInput };
const name = { Name: TextInput };

describe('together', () => {
  it('holds the fields of all groups, in their order', () => {
    expect(Object.keys(together(oms, id, name))).toEqual(['OMSId', 'Id', 'Name']);
    expect(together()).toEqual({});
  });

  it('takes the later of two fields with one name', () => {
    expect(together({ Id: TextInput }, id)).toEqual(id);
  });

  it('leaves the groups as they are', () => {
    together(id, name);
    expect(id).toEqual({ Id: IntegerInput });
  });

  it('makes a request of the same type as one group would', () => {
    const apart = request(id, { ...oms, ...name });
    const joined = request(id, together(oms, name));
    expectTypeOf(joined._A).toEqualTypeOf(apart._A);
    expect(joined.encode({ Id: 1, Name: 'x' })).toEqual({ OMSId: 1, Id: 1, Name: 'x' });
  });
});
