import { type Account, newAccount } from '../../src/orders/account.ts';
import { repair } from '../../src/orders/repair.ts';

const on: Account = { ...newAccount(7, 0), isOn: true };

/** When each of these repairs in a row begins at the earliest, after the one before. */
const pauses = (count: number): readonly number[] => {
  let account = on;
  return Array.from({ length: count }, () => {
    const at = account.repair.notBefore;
    [account] = repair(account, at);
    return account.repair.notBefore - at;
  });
};

describe('a repair', () => {
  it('begins at once the first time, and no sooner than after the pause the next time', () => {
    const [begun, asks] = repair(on, 10);
    expect([begun.round?.number, asks.length]).toEqual([1, 3]);
    const [waiting, none] = repair(begun, 5_009);
    expect([waiting.round?.number, waiting.repair.isWanted, none]).toEqual([1, true, []]);
    const [again] = repair(waiting, 5_010);
    expect([again.round?.number, again.repair.isWanted]).toEqual([2, false]);
  });

  it('pauses twice as long each time they follow each other, up to a minute, and anew after a minute of peace', () => {
    expect(pauses(6)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    const [busy] = repair({ ...on, repair: { notBefore: 100, isWanted: false, pause: 40_000 } }, 60_100);
    expect(busy.repair.pause).toBe(60_000);
    const [calm] = repair({ ...on, repair: { notBefore: 100, isWanted: false, pause: 40_000 } }, 60_101);
    expect(calm.repair.pause).toBe(5_000);
  });

  it('is wanted still where there is no link to ask over', () => {
    const [off, asks] = repair(newAccount(7, 0), 10);
    expect([off.repair.isWanted, off.round, asks]).toEqual([true, undefined, []]);
  });
});
