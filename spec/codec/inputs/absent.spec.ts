import * as E from 'fp-ts/lib/Either.js';
import { absent } from '../../../src/codec/inputs/absent.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { request } from '../../../src/codec/inputs/request.ts';
import { TextInput } from '../../../src/codec/inputs/TextInput.ts';

const byName = request({ Name: TextInput }, { Id: absent('as a name is given') });

describe('absent', () => {
  it('takes a field that is absent or undefined, and sends none', () => {
    expect(byName.decode({ Name: 'a' })).toEqual(E.right({ Name: 'a' }));
    expect(byName.encode({ Name: 'a', Id: undefined })).toEqual({ Name: 'a' });
  });

  it.each([1, 0, '', null])('refuses %p, with the reason', (Id) => {
    const decoded = byName.decode({ Name: 'a', Id });
    expect(E.isLeft(decoded) && mismatches(decoded.left)).toEqual([
      { path: 'Id', expected: 'left out, as a name is given,', found: JSON.stringify(Id) },
    ]);
  });
});
