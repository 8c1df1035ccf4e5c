import * as t from 'io-ts';
import { call, endpoint } from '../src/endpoint.ts';
import * as endpoints from '../src/index.ts';

const Cancel = endpoint({
  name: 'Cancel',
  request: t.type({ id: t.number }),
  reply: t.unknown,
  isCommand: true,
  isRepeatable: ({ id }) => id > 0,
});

describe('a call', () => {
  it('is repeatable where its endpoint is a command and says so for these parameters', () => {
    expect(call(Cancel, { id: 1 }).isRepeatable).toBe(true);
    expect(call(Cancel, { id: 0 }).isRepeatable).toBe(false);
    expect(call({ ...Cancel, isCommand: false }, { id: 1 }).isRepeatable).toBe(false);
    expect(
      call(endpoint({ name: 'F', request: t.unknown, reply: t.unknown, isCommand: true }), 1),
    ).toMatchObject({
      isRepeatable: false,
    });
  });

  it('cannot be sent where its endpoint throws', () => {
    const isRepeatable = (): boolean => {
      throw new Error('a bug of the caller');
    };
    const { payload } = call({ ...Cancel, isRepeatable }, { id: 1 });

    expect(payload).toMatchObject({ _tag: 'Left', left: { _tag: 'InvalidRequest' } });
  });
});

describe('endpoint', () => {
  it('takes what is undefined for its default', () => {
    const plain = endpoint({ name: 'F', request: t.unknown, reply: t.unknown });
    const odd = { write: undefined, read: undefined, isCommand: undefined, isRepeatable: undefined };

    expect(endpoint({ ...plain, ...(odd as unknown as Partial<typeof plain>) })).toEqual(plain);
  });
});

describe('the functions of the exchange', () => {
  it('are not repeatable but for the two that cancel', () => {
    const names = Object.values(endpoints).flatMap((value) =>
      typeof value === 'object' && 'isRepeatable' in value && value.isRepeatable({ OrderId: 1 } as never)
        ? [value.name]
        : [],
    );

    expect(names).toEqual(['CancelAllOrders', 'CancelOrder']);
  });
});
