import * as t from 'io-ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { idsIn } from '../../src/requests/idsIn.ts';

const idsOf = (params: unknown) =>
  idsIn(call(endpoint({ name: 'F', request: t.unknown, reply: t.unknown }), params));

describe('idsIn', () => {
  it('finds the parameters that are named for an id, every digit of them', () => {
    expect(
      idsOf({ OMSId: 1, ClientOrderId: 2n ** 62n, OrderIdToReplace: 5, Identity: 6, Side: 0, LegIds: [7] }),
    ).toEqual({ OMSId: 1, ClientOrderId: 2n ** 62n, OrderIdToReplace: 5 });
  });

  it('takes no secret for an id', () => {
    expect(idsOf({ SessionTokenId: 'canary', Password: 'canary' })).toEqual({});
  });

  it('finds none in what is no object, or was not sent', () => {
    expect(idsOf(null)).toEqual({});
    expect(idsOf('bare words')).toEqual({});
    expect(idsIn(call(endpoint({ name: 'F', request: t.number, reply: t.unknown }), {} as never))).toEqual(
      {},
    );
  });
});
