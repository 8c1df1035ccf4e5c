import * as E from 'fp-ts/lib/Either.js';
import { unsubscribeFrom } from '../../src/topics/ofInstrument.ts';

describe('unsubscribeFrom', () => {
  it('names the instrument, whatever else there is', () => {
    const params = { OMSId: 1, InstrumentId: 7, Depth: 500 };
    expect(unsubscribeFrom('UnsubscribeLevel2')(params)).toMatchObject({
      name: 'UnsubscribeLevel2',
      payload: E.right('{"OMSId":1,"InstrumentId":7}'),
    });
  });
});
