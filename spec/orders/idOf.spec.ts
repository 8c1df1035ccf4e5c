import { idOf } from '../../src/orders/idOf.ts';
import { partsOfId } from '../../src/orders/ids.ts';

describe('idOf', () => {
  it('takes the id that the caller gives, and says so', () => {
    expect(idOf(5, {})).toEqual({ ClientOrderId: 5, isGiven: true });
    expect(idOf(5n, {})).toEqual({ ClientOrderId: 5, isGiven: true });
    const great = 2n ** 60n;
    expect(idOf(great, {})).toEqual({ ClientOrderId: great, isGiven: true });
  });

  it.each([undefined, 0, 0n])('gives one of the process by its tag for %p', (given) => {
    const { ClientOrderId, isGiven } = idOf(given, { idTag: 3 });
    expect(partsOfId(ClientOrderId)).toMatchObject({ idTag: 3 });
    expect(isGiven).toBe(false);
  });

  it('takes them from a source that is given, as in a test', () => {
    const ids = (): number => 41;
    expect(idOf(undefined, { ids })).toEqual({ ClientOrderId: 41, isGiven: true });
  });
});
