import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import type * as t from 'io-ts';
import { IntegerInput } from '../../../src/codec/inputs/IntegerInput.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { oms } from '../../../src/codec/inputs/OMSId.ts';
import { request } from '../../../src/codec/inputs/request.ts';
import { TextInput } from '../../../src/codec/inputs/TextInput.ts';
import { withFields } from '../../../src/codec/inputs/withFields.ts';

const account = request({ AccountId: IntegerInput }, oms);
const order = withFields(account, { Symbol: TextInput }, { Note: TextInput });

describe('withFields', () => {
  it('writes the fields of the one and of the other', () => {
    expect(order.encode({ AccountId: 7, Symbol: 'X' })).toEqual({ OMSId: 1, AccountId: 7, Symbol: 'X' });
    expect(Object.keys(order.encode({ Note: '', Symbol: 'X', AccountId: 7 }))).toEqual([
      'OMSId',
      'AccountId',
      'Symbol',
      'Note',
    ]);
  });

  it.each([
    [{ Symbol: 'X' }, 'AccountId'],
    [{ AccountId: 7 }, 'Symbol'],
    [{ AccountId: 7, Symbol: 'X', Note: 1 }, 'Note'],
    [{ AccountId: 7, Symbol: 'X', Other: 1 }, 'Other'],
  ])('refuses %p', (params, path) => {
    const decoded = order.decode(params);
    expect(E.isLeft(decoded) && mismatches(decoded.left).map((mismatch) => mismatch.path)).toEqual([path]);
  });

  it('leaves the one as it was', () => {
    expect(E.isLeft(account.decode({ AccountId: 7, Symbol: 'X' }))).toBe(true);
  });

  it('can be given more again', () => {
    const more = withFields(order, {}, { Count: IntegerInput });
    expect(more.encode({ AccountId: 7, Symbol: 'X', Count: 2 })).toEqual({
      OMSId: 1,
      AccountId: 7,
      Symbol: 'X',
      Count: 2,
    });
  });

  it('has the type of both', () => {
    expectTypeOf<{ AccountId: number; Symbol: string }>().toExtend<t.TypeOf<typeof order>>();
    expectTypeOf<{ AccountId: number }>().not.toExtend<t.TypeOf<typeof order>>();
    expectTypeOf<{ Symbol: string }>().not.toExtend<t.TypeOf<typeof order>>();
    expect(order.name).toBe(account.name);
  });
});
