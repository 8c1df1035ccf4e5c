import { idOf } from '../../src/orders/idOf.ts';
import { partsOfId } from '../../src/orders/ids.ts';

describe('idOf', () => {
  it('takes the id that the caller gives, and says so', () => {
    const tags = new Set<number>();
    expect(idOf(5, { tags }, {})).toEqual({ ClientOrderId: 5, isGiven: true });
    expect(idOf(5n, { tags }, {})).toEqual({ ClientOrderId: 5, isGiven: true });
    const great = 2n ** 60n;
    expect(idOf(great, { tags }, {})).toEqual({ ClientOrderId: great, isGiven: true });
    expect([...tags]).toEqual([]);
  });

  it.each([undefined, 0, 0n])('gives one of the process by its tag, which it notes, for %p', (given) => {
    const tags = new Set<number>();
    const { ClientOrderId, isGiven } = idOf(given, { tags }, { idTag: 3 });
    expect(partsOfId(ClientOrderId)).toMatchObject({ idTag: 3 });
    expect(isGiven).toBe(false);
    expect([...tags]).toEqual([3]);
  });

  it('takes them from a source that is given, as in a test', () => {
    const ids = (): number => 41;
    expect(idOf(undefined, { tags: new Set() }, { ids })).toEqual({ ClientOrderId: 41, isGiven: true });
  });
});
