import { streamKey } from '../../src/topics/streamKey.ts';

describe('streamKey', () => {
  it('joins ids, and tells another order system apart', () => {
    expect([streamKey({}, 7, 60), streamKey({ OMSId: 1 }, 7, 60)]).toEqual(['7:60', '7:60']);
    expect(streamKey({ OMSId: 2 }, 7)).toBe('2/7');
  });
});
