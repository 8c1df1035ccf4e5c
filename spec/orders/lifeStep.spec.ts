import fc from 'fast-check';
import type { Order } from '../../src/codec/records/Order.ts';
import { rivalsOf } from '../../src/orders/rivals.ts';
import { ConnectionLost, GatewayError } from '../../src/errors.ts';
import { isEnd, type Life, type LifeInput, newLife, type OrderLife } from '../../src/orders/life.ts';
import { lifeDueAt, lifeStep } from '../../src/orders/lifeStep.ts';
import { createResolve } from '../../src/orders/resolve.ts';
import { emptyStanding, type Standing, withFill } from '../../src/orders/standing.ts';
import type { Untimed } from '../../src/orders/now.ts';
import { merge } from '../../src/orders/version.ts';
import { order, trade } from './support/order.ts';

type Tag = OrderLife['_tag'];
type Input = Untimed<LifeInput>;

const ends: readonly Tag[] = ['Filled', 'Canceled', 'Expired', 'Rejected'];
/** Where an order may come from each state in one step. */
const arrows: Readonly<Record<string, readonly Tag[]>> = {
  Sent: [
    ...(['Accepted', 'Working', 'PartiallyFilled', 'Unknown', 'Denied', 'NotSent', 'Unresolved'] as const),
    ...ends,
  ],
  Accepted: ['Working', 'PartiallyFilled', 'Unresolved', ...ends],
  Unknown: ['Accepted', 'Working', 'PartiallyFilled', 'NotFound', 'Unresolved', ...ends],
  Working: ['PartiallyFilled', 'Unresolved', ...ends],
  PartiallyFilled: ['Unresolved', ...ends],
};

const context = { resolve: createResolve(), hasEchoed: true };
const doubt = new ConnectionLost('SendOrder', true, 'gone');

const versionOf = (QuantityExecuted: number, OrderState: Order['OrderState']): Order =>
  order({ OrderId: 9, QuantityExecuted, Quantity: 1 - QuantityExecuted, OrderState });

/** The versions of one order: it fills, and is over in the end. They come in any order, again and again. */
const history: fc.Arbitrary<readonly Order[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(0, 0.25, 0.5, 0.75), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('FullyExecuted', 'Canceled', 'Expired', 'Rejected'),
  )
  .map(([executed, end]) => {
    const working = [...executed].sort((a, b) => a - b).map((one) => versionOf(one, 'Working'));
    const most = Math.max(...executed);
    return [...working, versionOf(end === 'FullyExecuted' ? 1 : most, end)];
  });

/** What an order may hear of, what the exchange tells of it as the account merges it. */
type Heard =
  Input | 'gone' | { readonly version: number } | { readonly fill: number } | { readonly wait: number };

const heard: fc.Arbitrary<Heard> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(4).map((version) => ({ version })) },
  { weight: 2, arbitrary: fc.nat(1).map((fill) => ({ fill })) },
  { weight: 2, arbitrary: fc.nat(20_000).map((wait) => ({ wait })) },
  fc.constant<Heard>('gone'),
  fc.constantFrom<Input>(
    { _tag: 'Taken', OrderId: 9 },
    { _tag: 'Taken' },
    { _tag: 'Refused', reason: 'no', how: 'reply' },
    { _tag: 'Refused', reason: 'no', how: 'event' },
    { _tag: 'Doubt', reason: doubt },
    { _tag: 'On', isOn: true },
    { _tag: 'On', isOn: false },
    {
      _tag: 'Unheard',
      reason: new GatewayError('SubscribeAccountEvents', { code: 20, errormsg: 'no', detail: null }),
    },
    { _tag: 'Replacing' },
    { _tag: 'Replaced' },
    { _tag: 'Closed', reason: 'the client was closed' },
  ),
);
const first = fc.option(fc.constantFrom<Input>({ _tag: 'Ended', tag: 'Denied', reason: 'limit' }), {
  nil: undefined,
  freq: 10,
});

const run = (versions: readonly Order[], script: readonly Heard[]): readonly OrderLife[] => {
  let now = 0;
  let standing: Standing = emptyStanding;
  let life: Life = newLife(5, 1, { at: now, isOn: true });
  const shown: OrderLife[] = [life.shown];
  const take = (input: Input): void => {
    const [next, asks] = lifeStep(life, { ...input, at: now }, context);
    life = next;
    if (life.shown !== shown.at(-1)) shown.push(life.shown);
    for (const ask of asks)
      if (ask._tag === 'Look')
        take({
          _tag: 'Looked',
          session: life.session,
          look: { at: now, age: now, asked: ask.asked, found: 0, isClean: true },
        });
  };
  const tell = (next: Standing): void => {
    standing = next;
    take({ _tag: 'Told', standing, how: 'event' });
  };
  for (const one of script) {
    if (one === 'gone') tell({ ...standing, isGone: standing.order !== undefined });
    else if ('version' in one) {
      const version = versions[one.version];
      if (version === undefined) continue;
      const { isNews, order: newest } = merge(standing.order, version);
      tell({ ...standing, order: newest, isGone: standing.isGone && !isNews });
    } else if ('fill' in one) {
      const fill = trade({ TradeId: one.fill + 1, OrderId: 9 });
      tell(withFill(standing, fill, { listedIn: 0, isTold: true }));
    } else if ('wait' in one) {
      now += one.wait;
      if (lifeDueAt(life) <= now) take({ _tag: 'Woken' });
    } else take(one);
  }
  return shown;
};

describe('lifeStep', () => {
  const script = fc
    .tuple(first, fc.array(heard, { maxLength: 30 }))
    .map(([begin, rest]) => (begin === undefined ? rest : [begin, ...rest]));

  it('goes along the arrows only, never back, and never below what was executed', () => {
    fc.assert(
      fc.property(history, script, (versions, inputs) => {
        const shown = run(versions, inputs);
        shown.slice(1).forEach((after, index) => {
          const before = shown[index] ?? after;
          if (after._tag !== before._tag) expect(arrows[before._tag] ?? []).toContain(after._tag);
          expect(after.executed).toBeGreaterThanOrEqual(before.executed);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('has its last word once, and only of what is over', () => {
    fc.assert(
      fc.property(history, script, (versions, inputs) => {
        const shown = run(versions, [...inputs, { _tag: 'Closed', reason: 'the client was closed' }]);
        expect(shown.filter(({ isFinal }) => isFinal)).toHaveLength(1);
        expect(shown.at(-1)?.isFinal).toBe(true);
        expect(isEnd(shown.at(-1)?._tag ?? 'Sent')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes another order with its id for itself no longer when the reply names its own', () => {
    const stranger = { ...emptyStanding, order: order({ OrderId: 8, OrderState: 'Canceled' as const }) };
    const own = { ...emptyStanding, order: order({ OrderId: 9 }) };
    const at = 0;
    const steps: readonly LifeInput[] = [
      { _tag: 'Replacing', at },
      { _tag: 'Told', standing: stranger, how: 'event', at },
      { _tag: 'Taken', OrderId: 9, at },
      { _tag: 'Told', standing: own, how: 'event', at },
    ];
    const tags: unknown[] = [];
    steps.reduce(
      (life, input) => {
        const [next] = lifeStep(life, input, context);
        tags.push([next.shown._tag, next.shown.OrderId]);
        return next;
      },
      newLife(5, 1, { at, isOn: true }),
    );
    expect(tags).toEqual([
      ['Sent', undefined],
      ['Canceled', 8],
      ['Accepted', 9],
      ['Working', 9],
    ]);
  });

  it('gives no reason but its own for what became of it: that there was a doubt is none', () => {
    const working = { ...emptyStanding, order: order({ OrderId: 9 }) };
    const [unknown] = lifeStep(
      newLife(5, 1, { at: 0, isOn: true }),
      { _tag: 'Doubt', reason: doubt, at: 0 },
      context,
    );
    expect(unknown.shown.reason).toBe(doubt);
    const [found] = lifeStep(unknown, { _tag: 'Told', standing: working, how: 'history', at: 1 }, context);
    const [accepted] = lifeStep(unknown, { _tag: 'Taken', OrderId: 9, at: 1 }, context);
    expect([found.shown, accepted.shown].map((shown) => 'reason' in shown)).toEqual([false, false]);
  });

  it('has as much left of what was refused as was asked for, as of what was canceled', () => {
    const refused = { _tag: 'Refused', reason: 'no', how: 'reply', at: 1 } as const;
    const [{ shown }] = lifeStep(newLife(5, 0.5, { at: 0, isOn: true }), refused, context);
    expect(shown).toMatchObject({ _tag: 'Rejected', executed: 0, remaining: 0.5 });
  });

  it('is not judged alone while any of two replacements is under way', () => {
    const canceled = { ...emptyStanding, order: order({ OrderId: 9, OrderState: 'Canceled' as const }) };
    const by = { ClientOrderId: 6, OrderId: 10 };
    const inputs: readonly LifeInput[] = [
      { _tag: 'Replacing', at: 0 },
      { _tag: 'Replacing', at: 0 },
      { _tag: 'Told', standing: canceled, how: 'event', at: 1 },
      { _tag: 'Replaced', at: 2 },
      { _tag: 'Replaced', by, at: 3 },
    ];
    const shown: OrderLife[] = [];
    inputs.reduce(
      (life, input) => {
        const [next] = lifeStep(life, input, context);
        shown.push(next.shown);
        return next;
      },
      newLife(5, 1, { at: 0, isOn: true }),
    );
    expect(shown.map(({ isFinal }) => isFinal)).toEqual([false, false, false, false, true]);
    expect(shown.at(-1)).toMatchObject({ _tag: 'Canceled', replacedBy: by });
  });

  it('keeps the end of an order that the exchange lets go of', () => {
    const over = { ...emptyStanding, order: versionOf(0.5, 'Canceled') };
    const [ended] = lifeStep(
      newLife(5, 1, { at: 0, isOn: true }),
      { _tag: 'Told', standing: over, how: 'event', at: 0 },
      context,
    );
    const gone = { _tag: 'Told', standing: { ...over, isGone: true }, how: 'status', at: 1 } as const;
    expect([ended.shown, lifeStep(ended, gone, context)[0].shown]).toMatchObject([
      { _tag: 'Canceled', isFinal: false },
      { _tag: 'Canceled', isFinal: true },
    ]);
  });

  it('is refused by an event of its id alone where nobody else can have that, and else when it is not there', () => {
    const event = { _tag: 'Refused', reason: 'no', how: 'event', at: 1 } as const;
    const fresh = { at: 0, isOn: true };
    const [own] = lifeStep(newLife(5, 1, fresh), event, context);
    expect(own.shown).toMatchObject({ _tag: 'Rejected', isFinal: true });
    const given = newLife(5, 1, { ...fresh, rivals: rivalsOf(new Set(), false) });
    expect(lifeStep(given, event, context)[0].shown._tag).toBe('Sent');
    const [accepted] = lifeStep(given, { _tag: 'Taken', OrderId: 9, at: 1 }, context);
    const [doubtful, asks] = lifeStep(accepted, event, context);
    expect([doubtful.shown._tag, asks]).toEqual(['Accepted', [{ _tag: 'Look', asked: 'status' }]]);
    const look = { at: 2, age: 2, asked: 'status', found: 0, isClean: true } as const;
    const [gone] = lifeStep(doubtful, { _tag: 'Looked', session: doubtful.session, look, at: 3 }, context);
    expect(gone.shown).toMatchObject({ _tag: 'Rejected', isFinal: true, reason: 'no' });
  });

  it('says once that what was refused stands after all', () => {
    const standing = { ...emptyStanding, order: order({ OrderId: 9 }) };
    const [working] = lifeStep(
      newLife(5, 1, { at: 0, isOn: true }),
      { _tag: 'Told', standing, how: 'event', at: 0 },
      context,
    );
    const refused = { _tag: 'Refused', reason: 'no', how: 'reply', at: 1 } as const;
    const [contradicted, asks] = lifeStep(working, refused, context);
    expect(asks).toEqual([{ _tag: 'Contradicted', problem: expect.any(String) as string }]);
    expect(lifeStep(contradicted, refused, context)[1]).toEqual([]);
    expect(contradicted.shown._tag).toBe('Working');
  });
});
