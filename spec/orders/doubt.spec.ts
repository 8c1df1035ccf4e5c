import { ConnectionLost, GatewayError } from '../../src/errors.ts';
import { askStatus, consider, looked, on, statusDue, unheard } from '../../src/orders/doubt.ts';
import { type Life, newLife, show } from '../../src/orders/life.ts';
import type { Look, Resolve } from '../../src/orders/resolve.ts';

const lookEvery: Resolve = ({ looks }) =>
  looks.length < 2 ? { lookIn: 0 } : { verdict: 'NotFound', reason: 'not there' };
const context = { resolve: lookEvery, hasEchoed: true };
const reason = new ConnectionLost('SendOrder', true, 'gone');

const life = (change: Partial<Life> = {}): Life => ({ ...newLife(5, 1, { at: 0, isOn: true }), ...change });
const unknown = (change: Partial<Life> = {}): Life => show(life(change), { _tag: 'Unknown', reason });
const accepted = (asks: number, change: Partial<Life> = {}): Life =>
  show(life({ accepted: { at: 0, asks, askedAt: 20_000 }, ...change }), { _tag: 'Accepted', OrderId: 9 });

describe('consider', () => {
  it('looks as the policy says, once at a time, by the id where that is known, and in both lists when it is old', () => {
    const asked = (of: Life, at: number): unknown => consider(of, context, at)[1];
    expect(asked(unknown(), 500)).toEqual([{ _tag: 'Look', asked: 'history' }]);
    expect(asked(unknown(), 30_000)).toEqual([{ _tag: 'Look', asked: 'both' }]);
    expect(asked(show(unknown(), { OrderId: 9 }), 30_000)).toEqual([{ _tag: 'Look', asked: 'status' }]);
    expect(asked(unknown({ isLooking: true }), 500)).toEqual([]);
    expect(asked(life(), 500)).toEqual([]);
  });

  it('waits where the exchange cannot be asked, and as long as the policy says', () => {
    const off = { isOn: false };
    // Not at once again, as it would say the same for ever.
    expect(consider(unknown(off), context, 500)).toMatchObject([{ lookAt: 1_000 }, []]);
    const past = { ...context, resolve: () => ({ lookIn: -5 }) };
    expect(consider(unknown(off), past, 500)).toMatchObject([{ lookAt: 1_000 }, []]);
    const later = { ...context, resolve: () => ({ lookIn: 70 }) };
    expect(consider(unknown(), later, 500)).toMatchObject([{ lookAt: 570 }, []]);
  });
});

describe('unheard', () => {
  const no = new GatewayError('SubscribeAccountEvents', { code: 20, errormsg: 'no', detail: null });
  const followed = show(life(), { _tag: 'Unknown' });

  it('says why nothing is known, and ends where that is said again two minutes later', () => {
    const [refused] = unheard(followed, no, 1_000);
    expect(refused.shown).toMatchObject({ _tag: 'Unknown', isFinal: false, reason: no });
    expect(unheard(refused, no, 120_999)).toEqual([refused, []]);
    const ended = { _tag: 'Unresolved', isFinal: true, reason: no };
    expect(unheard(refused, no, 121_000)).toMatchObject([{ shown: ended }, []]);
  });

  it('begins anew where the account was told of meanwhile', () => {
    const [refused] = unheard(followed, no, 1_000);
    const [told] = on(refused, true, { ...context, resolve: () => ({ lookIn: 9 }) }, 2_000);
    expect(unheard(told, no, 200_000)[0].shown.isFinal).toBe(false);
  });

  it.each([
    ['was sent from here, and is in doubt', unknown()],
    ['stands', show(life(), { _tag: 'Working' })],
  ])('says nothing of an order that %s', (_name, sent) => {
    expect(unheard(sent, no, 1_000)).toEqual([sent, []]);
  });
});

describe('a policy that is wrong', () => {
  const thrown = (): never => {
    throw new Error('mine');
  };
  it.each<readonly [string, Resolve, string]>([
    ['throws', thrown, 'threw: Error: mine'],
    ['gives no time', () => ({ lookIn: NaN }), 'returned no valid `lookIn`'],
    ['gives nothing', () => undefined as never, 'returned no valid `lookIn`'],
    ['gives null', () => null as never, 'returned no valid `lookIn`'],
    ['leaves the time out', () => ({}) as never, 'returned no valid `lookIn`'],
  ])('ends the doubt, and is named, where it %s', (_name, resolve, reason) => {
    const [{ shown }, asks] = consider(unknown(), { ...context, resolve }, 500);
    expect(shown).toMatchObject({ _tag: 'Unresolved', isFinal: true });
    expect([shown.reason, asks]).toEqual([expect.stringContaining(reason), []]);
  });
});

describe('looked', () => {
  const look: Look = { at: 1, age: 1, asked: 'both', found: 0, isClean: true, isOfThisSession: true };
  it('keeps the look as evidence, and tells it with the verdict', () => {
    const [first, asks] = looked(unknown(), { at: 1, _tag: 'Looked', look, session: 0 }, context, 1);
    expect(asks).toEqual([{ _tag: 'Look', asked: 'history' }]);
    const [{ shown }] = looked(first, { at: 2, _tag: 'Looked', look, session: 0 }, context, 2);
    expect(shown).toMatchObject({ _tag: 'NotFound', isFinal: true, reason: 'not there' });
    expect(shown.asked).toHaveLength(2);
  });

  it('does not count what was asked on a socket that is lost', () => {
    const of = unknown({ session: 1 });
    expect(looked(of, { at: 1, _tag: 'Looked', look, session: 0 }, context, 1)).toEqual([of, []]);
  });
});

describe('an order that was accepted and of which nothing more is told', () => {
  it('is asked for at 1.5, 5 and 15 s, then each minute', () => {
    expect([0, 1, 2, 3].map((asks) => statusDue(accepted(asks)))).toEqual([1_500, 5_000, 15_000, 80_000]);
    expect(statusDue(life())).toBe(Infinity);
    const [after, asks] = askStatus(accepted(0), 1_500);
    expect([after.accepted?.asks, asks]).toEqual([1, [{ _tag: 'Look', asked: 'status' }]]);
  });

  it('is in doubt after that where the exchange has not told its id', () => {
    const look = { at: 1, age: 1, asked: 'history', found: 0, isClean: true } as const;
    const after = (asks: number): string => {
      const taken = show(life({ accepted: { at: 0, asks, askedAt: 0 } }), { _tag: 'Accepted' });
      return looked(taken, { at: 1, _tag: 'Looked', look, session: 0 }, context, 1)[0].shown._tag;
    };
    expect([2, 3].map(after)).toEqual(['Accepted', 'Unknown']);
  });

  it('is asked for by our id where the exchange has not told its own', () => {
    const [, asks] = askStatus(
      show(life({ accepted: { at: 0, asks: 0, askedAt: 0 } }), { _tag: 'Accepted' }),
      1_500,
    );
    expect(asks).toEqual([{ _tag: 'Look', asked: 'history' }]);
  });

  it('is not asked for while the exchange cannot be, and at once when it can', () => {
    expect(askStatus(accepted(0, { isOn: false }), 1)[1]).toEqual([]);
    expect(on(accepted(0), false, context, 1)).toMatchObject([{ isOn: false, session: 0 }, []]);
    expect(on(accepted(0, { isOn: false, isLooking: true }), true, context, 2)).toMatchObject([
      { isOn: true, session: 1 },
      [{ _tag: 'Look', asked: 'status' }],
    ]);
  });
});
