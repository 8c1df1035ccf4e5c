import { sameId } from '../../src/reports/sameId.ts';

describe('sameId', () => {
  it('takes no notice of braces and capitals', () => {
    expect(sameId('{66769552-CACD-471B}', '66769552-cacd-471b')).toBe(true);
    expect(sameId('66769552-cacd-471b', '66769552-cacd-471c')).toBe(false);
  });
});
