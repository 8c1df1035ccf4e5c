import { createIds } from '../../src/orders/ids.ts';
import { isOurs, noteSent, wasSent } from '../../src/orders/isOurs.ts';

describe('isOurs', () => {
  const id = createIds({ idTag: 2, now: () => 1_800_000_000_000 })();
  const order = (ClientOrderId: number | bigint) => ({ Account: 70, ClientOrderId });

  it('knows what this process has sent, under whatever id, on that account', () => {
    expect(isOurs(order(4_711))).toBe(false);
    noteSent(70, 4_711);
    expect(isOurs(order(4_711))).toBe(true);
    expect(isOurs({ Account: 71, ClientOrderId: 4_711 })).toBe(false);
  });

  it.each([
    ['an earlier run of the process, by its tag', { idTag: 2 }, true],
    ['another process, by its tag', { idTag: 3 }, false],
    ['nobody, where no tag is given', {}, false],
  ])('takes an id for that of %s', (_name, ours, expected) => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_001);
    expect(isOurs(order(id), ours)).toBe(expected);
    now.mockRestore();
  });

  it.each([0, 1, 17_000, 1_700_000_000_000, 2n ** 60n])('never takes %p for an id of a tag', (other) => {
    for (let idTag = 0; idTag < 8; idTag += 1) expect(isOurs(order(other), { idTag })).toBe(false);
  });

  it('remembers the last 20,000 ids, and not many more', () => {
    for (let sent = 1; sent <= 60_000; sent += 1) noteSent(72, sent);
    expect([40_001, 50_000, 60_000].map((sent) => wasSent(72, sent))).toEqual([true, true, true]);
    expect(wasSent(72, 1)).toBe(false);
  });
});
