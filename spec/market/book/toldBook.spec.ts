import { comparePrices } from '../../../src/book/isCrossed.ts';
import type { Level } from '../../../src/book/Level.ts';
import { type BookState, unknownBook } from '../../../src/market/book/bookState.ts';
import { beginBook } from '../../../src/topics/keptBook.ts';
import { isSameTrust, told, trustIn } from '../../../src/market/book/toldBook.ts';

type State = BookState<Level>;

const level = (price: number): Level => ({ price, quantity: 1, orders: 1, changedAt: 0 });
const book = beginBook([], { Depth: 500 });
const trust = { since: 0, asOf: 5, provenAt: 5, epoch: 1 };
const after = (before: State, change: Partial<State>, at: number): State =>
  told({ ...before, ...change }, comparePrices, { at });
const live = after(unknownBook(), { kept: { status: 'live', state: book, ...trust } }, 5);

describe('what is told of a book', () => {
  it('has the status of what is kept, and since when', () => {
    expect(trustIn(live, {})).toEqual({ ...trust, status: 'live', since: 5 });
    const same = after(live, { kept: { status: 'live', state: book, ...trust, asOf: 7 } }, 7);
    expect(trustIn(same, {})).toEqual({ ...trustIn(live, {}), asOf: 7 });
    expect(told(same, comparePrices, { at: 9 })).toBe(same);
  });

  it('is crossed, or not, by what equal prices are taken for', () => {
    const kept = { status: 'live', state: book, ...trust, asOf: 7 } as const;
    const locked = after(live, { kept, best: { bid: level(9), ask: level(9) } }, 7);
    expect([trustIn(locked, {}).status, trustIn(locked, {}).since]).toEqual(['crossed', 7]);
    expect(trustIn(locked, { locked: 'fine' })).toEqual({ ...trust, asOf: 7, status: 'live', since: 5 });
    expect([{}, { locked: 'fine' } as const].map((one) => isSameTrust(live, locked, one))).toEqual([
      false,
      true,
    ]);
    const crossed = after(locked, { kept: { ...kept }, best: { bid: level(10), ask: level(9) } }, 8);
    expect([crossed.strict.since, crossed.fine]).toEqual([7, { status: 'crossed', since: 8 }]);
  });

  it('is stale while a repair of differences is wanted or under way', () => {
    const repair = { _tag: 'UnderWay', why: 'differences' } as const;
    expect(after(live, { repair }, 9).strict).toMatchObject({ status: 'stale', since: 9 });
    expect(after(live, { repair: { ...repair, why: 'crossed' } }, 9).strict.status).toBe('live');
  });

  it('has the later of two proofs', () => {
    const agreed = after(live, { agreedAt: 60 }, 60);
    const frame = after(agreed, { kept: { status: 'live', state: book, ...trust, asOf: 61 } }, 61);
    expect([trustIn(frame, {}).asOf, trustIn(frame, {}).provenAt]).toEqual([61, 60]);
  });

  it('is the same for who sees the same status, epoch and cause', () => {
    const { kept } = live;
    expect(isSameTrust(live, { ...live, kept: { ...kept, asOf: 9 } }, {})).toBe(true);
    expect(isSameTrust(live, { ...live, kept: { ...kept, epoch: 2 } }, {})).toBe(false);
  });
});
