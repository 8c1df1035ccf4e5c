import { unknownBook } from '../../../src/market/book/bookState.ts';

describe('a book of which nothing is known', () => {
  it('is restoring, in no epoch, with nothing wrong and nothing under way', () => {
    expect(unknownBook()).toMatchObject({
      strict: { status: 'restoring' },
      kept: { asOf: 0, provenAt: 0, epoch: 0 },
      best: {},
      audit: { _tag: 'Off' },
      repair: { _tag: 'Idle' },
      repairs: { done: 0, crossed: 0, differences: 0, audits: 0 },
    });
  });
});
