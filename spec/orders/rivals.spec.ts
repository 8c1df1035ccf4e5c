import { timer } from 'rxjs';
import type { Frame } from '../../src/frame.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { isRival, mayBeOurs, rivalsOf, withList } from '../../src/orders/rivals.ts';
import { marbles } from '../support/marbles.ts';
import { order, trade } from './support/order.ts';
import { bid, refusal, session, willing } from './support/scripted.ts';

describe('rivals', () => {
  it('are none of an id that was not given: any order with it is ours', () => {
    expect([isRival(undefined, 8), mayBeOurs(undefined, 8)]).toEqual([false, true]);
  });

  it('are what was known before, for certain, and what a list from before the sending has, as far as can be told', () => {
    const rivals = rivalsOf(new Set([7]), true);
    expect([7, 8, 9].map((id) => mayBeOurs(rivals, id))).toEqual([false, false, false]);
    const listed = withList(rivals, [8]);
    expect([7, 8, 9].map((id) => mayBeOurs(listed, id))).toEqual([false, false, true]);
    expect([7, 8, 9].map((id) => isRival(listed, id))).toEqual([true, false, false]);
  });

  it('are not told by a later list: the order that was sent may be in it', () => {
    expect(withList(rivalsOf(new Set(), false), [9]).listed.size).toBe(0);
  });
});

/** What is told of a bid with the id 5 when these come, each a millisecond after the other, from 1 ms after it was sent. */
const told = (
  script: string,
  { isListHeld = true, history = [] as readonly object[], until = 3_000, timeout = 100 } = {},
): { readonly tags: readonly string[]; readonly errors: readonly string[] } => {
  const tags: string[] = [];
  const errors: string[] = [];
  marbles(({ cold, flush }) => {
    const answer = (frame: Frame): unknown => {
      if (frame.name === 'GetOpenOrders' && isListHeld) return undefined;
      if (frame.name === 'GetOrdersHistory') return history;
      return willing(frame);
    };
    const { client, exchange, pushOrder, pushFill } = session(answer, until);
    client.error$.subscribe(({ _tag }) => errors.push(_tag));
    const ours = { OrderId: 9, ClientOrderId: 5 };
    const rival = { OrderId: 8, ClientOrderId: 5 };
    const filled = { Quantity: 0, QuantityExecuted: 1, OrderState: 'FullyExecuted' } as const;
    const comes: Readonly<Record<string, () => void>> = {
      // Of the order of somebody else: it is listed, stands, is filled, and ends.
      l: () => exchange.reply('GetOpenOrders', [order(rival)]),
      s: () => pushOrder({ ...rival, Quantity: 0.75, QuantityExecuted: 0.25 }),
      f: () => pushFill(trade({ ...rival, TradeId: 3, Quantity: 0.25 })),
      e: () => pushOrder({ ...rival, ...filled }),
      // Of ours.
      L: () => exchange.reply('GetOpenOrders', []),
      W: () => pushOrder(ours),
      E: () => {
        pushFill(trade({ ...ours, TradeId: 4, Quantity: 1 }));
        pushOrder({ ...ours, ...filled });
      },
      A: () => exchange.reply('SendOrder', { status: 'Accepted', errormsg: '', OrderId: 9 }),
      R: () => exchange.reply('SendOrder', { status: 'Rejected', errormsg: 'Invalid_ClientOrderId' }),
      N: () => exchange.reply('SendOrder', refusal(104)),
    };
    cold(` -${script}`.trim()).subscribe((letter) => comes[letter]?.());
    placeOrder$(client, { ...bid, ClientOrderId: 5 }, { timeout }).subscribe(
      ({ _tag, OrderId = 0, isFinal, executed }) =>
        tags.push(`${_tag}${isFinal ? '!' : ''} ${OrderId} ${executed}`),
    );
    timer(until - 1).subscribe(() => tags.push('end'));
    flush();
  });
  return { tags: tags.slice(0, tags.indexOf('end')), errors };
};

describe('an id that somebody else has open, on an account that is not restored yet', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['refused, before the list is there', '-s-f-R-e-l', ['Sent 0 0', 'Rejected! 0 0']],
    ['refused, after it', '-l-s-f-R-e', ['Sent 0 0', 'Rejected! 0 0']],
    ['refused by a refusal', '-s-f-N-l-e', ['Sent 0 0', 'Rejected! 0 0']],
    ['refused, after the other has ended', '-s-e-R-L', ['Sent 0 0', 'Rejected! 0 0']],
    ['accepted', '-s-e-A-W-l', ['Sent 0 0', 'Accepted 9 0', 'Working 9 0']],
    ['accepted, working before the reply', '-l-s-W-A-e', ['Sent 0 0', 'Working 9 0']],
    ['accepted, held back until the list is there', '-W-l-A', ['Sent 0 0', 'Working 9 0']],
    ['filled at once, before reply and list', '-E-s-l-A-e', ['Sent 0 0', 'Filled 9 1', 'Filled! 9 1']],
  ])('says nothing of that order, and reports nothing: %s', (_name, script, expected) => {
    const { tags, errors } = told(script);
    expect(tags).toEqual(expected);
    expect(errors.filter((tag) => tag === 'Contradiction')).toEqual([]);
  });

  it('is not taken for found where the reply is lost, nor for not there: a person has to look', () => {
    const history = [order({ OrderId: 8, ClientOrderId: 5 })];
    const { tags, errors } = told('-l', { history, until: 310_000 });
    expect(tags).toEqual(['Sent 0 0', 'Unknown 0 0', 'Unresolved! 0 0']);
    expect(errors).not.toContain('Contradiction');
  });

  it('is found where the reply is lost, and taken for the one that the list did not have', () => {
    const history = [order({ OrderId: 9, ClientOrderId: 5 }), order({ OrderId: 8, ClientOrderId: 5 })];
    expect(told('-l', { history }).tags).toEqual(['Sent 0 0', 'Unknown 0 0', 'Working 9 0']);
  });
});

describe('an id that somebody else uses at the same time', () => {
  it('is ours as the reply says, whatever was taken for it before', () => {
    const { tags } = told('-s-R', { isListHeld: false });
    expect(tags).toEqual(['Sent 0 0', 'PartiallyFilled 8 0.25', 'Rejected! 0 0']);
  });

  it('is not said to be over before the reply is there', () => {
    expect(told('-W-E-A', { isListHeld: false }).tags.slice(1)).toEqual([
      'Working 9 0',
      'Working 9 0',
      'Filled 9 1',
      'Filled! 9 1',
    ]);
    expect(told('-f-e-A', { isListHeld: false }).tags.slice(-1)).toEqual(['Accepted 9 0']);
  });

  it.each([
    ['names another', 'A'],
    ['is a refusal', 'R'],
  ])('is over after two seconds without the reply, and it is reported where that %s', (_name, letter) => {
    const { tags, errors } = told(`-f-e 2500ms ${letter}`, {
      isListHeld: false,
      timeout: 5_000,
      until: 9_000,
    });
    expect(tags.at(-1)).toBe('Filled! 8 1');
    expect(errors).toEqual(['Contradiction']);
  });
});

describe('cancelOnUnsubscribe', () => {
  /** What the cancel of an order names that is left before the reply is there. */
  const named = (
    order_: typeof bid & { readonly ClientOrderId?: number },
    open: readonly object[],
  ): unknown => {
    const answer = (frame: Frame): unknown => (frame.name === 'GetOpenOrders' ? open : willing(frame));
    let found: unknown;
    marbles(({ flush }) => {
      const { client, exchange } = session(answer, 100);
      const life = placeOrder$(client, order_, { cancelOnUnsubscribe: true }).subscribe();
      timer(5).subscribe(() => life.unsubscribe());
      timer(10).subscribe(() =>
        exchange.reply('SendOrder', { status: 'Accepted', errormsg: '', OrderId: 9 }),
      );
      flush();
      found = exchange.received.find(({ name }) => name === 'CancelOrder')?.payload;
    });
    return found;
  };

  it('names the order by our id at once, but where another may have it by its own, as soon as that is known', () => {
    expect(named({ ...bid, ClientOrderId: 5 }, [])).toMatchObject({ ClOrderId: 5 });
    expect(named({ ...bid, ClientOrderId: 5 }, [order({ OrderId: 8, ClientOrderId: 5 })])).toMatchObject({
      OrderId: 9,
    });
    expect(named(bid, [])).toMatchObject({ ClOrderId: expect.any(Number) as unknown });
  });
});

describe('an id that was given here', () => {
  it('is nobody else’s, so that an event is enough', () => {
    marbles(({ flush }) => {
      const tags: string[] = [];
      const { client, exchange, pushOrder } = session(willing, 50);
      placeOrder$(client, bid).subscribe(({ _tag, isFinal }) => tags.push(isFinal ? `${_tag}!` : _tag));
      const sent = exchange.received.at(-1)?.payload as { readonly ClientOrderId: number };
      timer(5).subscribe(() => pushOrder({ OrderId: 9, OrderState: 'Canceled', ...sent }));
      flush();
      expect(tags).toEqual(['Sent', 'Canceled!']);
    });
  });
});
