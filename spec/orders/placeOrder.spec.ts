import { concatMap, filter, map, timer } from 'rxjs';
import { createIds } from '../../src/orders/ids.ts';
import type { OrderLife } from '../../src/orders/life.ts';
import { placeOrder$, type PlaceOrderOptions } from '../../src/orders/placeOrder.ts';
import type { Resolve } from '../../src/orders/resolve.ts';
import { withLimits } from '../../src/orders/withLimits.ts';
import type { Order } from '../../src/codec/records/Order.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { InvalidRequest } from '../../src/errors.ts';
import { type Script, scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles, type RunHelpers } from '../support/marbles.ts';
import { order, trade } from './support/order.ts';
import { bid as anyBid, willing } from './support/scripted.ts';

const bid = { ...anyBid, ClientOrderId: 5 } as const;

/** The first letter of the tag, small until it is the last word; `n` for `NotFound`, `x` for `NotSent`. */
const letters: Readonly<Record<OrderLife['_tag'], string>> = {
  Sent: 's',
  Accepted: 'a',
  Working: 'w',
  PartiallyFilled: 'p',
  Unknown: 'u',
  Denied: 'd',
  NotSent: 'x',
  Rejected: 'r',
  Filled: 'f',
  Canceled: 'c',
  Expired: 'e',
  NotFound: 'n',
  Unresolved: 'o',
};
const letterOf = ({ _tag, isFinal }: OrderLife): string =>
  isFinal ? letters[_tag].toUpperCase() : letters[_tag];

const mine = { ClientOrderId: 5, OrderId: 9 };
const event = (name: string, payload: object) => ({ name, payload });
const fill = (TradeId: number, Quantity: number) =>
  event('OrderTradeEvent', trade({ TradeId, OrderId: 9, Quantity, TradeTime: 7 }));
const state = (given: Parameters<typeof order>[0]) => event('OrderStateEvent', order({ ...mine, ...given }));

/** What may come, by letter. */
const comes: Readonly<Record<string, ReturnType<typeof event>>> = {
  w: state({}),
  p: state({ Quantity: 0.5, QuantityExecuted: 0.5 }),
  f: state({ Quantity: 0, QuantityExecuted: 1, OrderState: 'FullyExecuted' }),
  c: state({ OrderState: 'Canceled' }),
  e: state({ OrderState: 'Expired' }),
  r: state({ OrderState: 'Rejected', RejectReason: 'Not_Enough_Funds' }),
  1: fill(1, 0.5),
  2: fill(2, 0.5),
  n: event('NewOrderRejectEvent', { AccountId: 7, ClientOrderId: 5, Status: 'Rejected', RejectReason: 'no' }),
};

/** Replies to the order, by letter. */
const replies: Readonly<Record<string, readonly [payload: unknown, type?: MessageType]>> = {
  A: [{ status: 'Accepted', errormsg: '', OrderId: 9 }],
  R: [{ status: 'Rejected', errormsg: 'Not_Enough_Funds', errorcode: 101 }],
  N: [{ result: false, errormsg: 'Not Authorized', errorcode: 20, detail: null }],
  E: ['Endpoint Not Found', MessageType.Error],
  D: [{ result: false, errormsg: 'Server Error', errorcode: 102, detail: null }],
  B: [{ status: 'Perhaps' }],
  I: [{ result: false, errormsg: 'Operation In Process', errorcode: 107, detail: null }],
};

const replyOf = (letter: string): readonly [payload: unknown, type?: MessageType] => replies[letter] ?? [{}];

const setUp = ({ cold }: RunHelpers, script = '', answer: Script['answer'] = willing) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange);
  cold(script === '' ? '-' : script).subscribe((letter) => {
    const reply = replies[letter];
    const pushed = comes[letter];
    if (letter === 'X') exchange.drop();
    else if (letter === 'Q') client.close();
    else if (reply !== undefined) exchange.reply('SendOrder', ...reply);
    else if (pushed !== undefined) exchange.push(pushed);
  });
  // An order that was sent is followed until the client is closed, so that time would never end.
  timer(45_000).subscribe(() => client.close());
  const life$ = (options: PlaceOrderOptions = {}) => placeOrder$(client, bid, { timeout: 100, ...options });
  return {
    client,
    exchange,
    life$,
    letters$: (options?: PlaceOrderOptions) => life$(options).pipe(map(letterOf)),
  };
};

describe('placeOrder$', () => {
  const arrows: readonly (readonly [what: string, script: string, expected: string])[] = [
    ['taken, working, canceled', '                 --A-w-c', '      s-a-w-(C|)'],
    ['working before the reply', '                 --w-A-c', '      s-w---(C|)'],
    ['a part, then all, the fills after the states', '--Ap1-f2', 's-app-f(F|)'],
    ['the fills before the states', '                --A1p2f', '      s-aap p(F|)'],
    ['filled at once, before the reply', '         --f1-2A', '      s-ff-f(F|)'],
    ['canceled in part', '                         --A-p-1', '      s-a-p-p'],
    ['expired', '                                  --A-e', '        s-a-(E|)'],
    ['rejected by the reply', '                    --R', '          s-(R|)'],
    ['rejected by a refusal', '                    --N', '          s-(R|)'],
    ['rejected by a bare error', '                 --E', '          s-(R|)'],
    ['rejected by an event after it was taken', '  --A-r', '        s-a-(R|)'],
    ['rejected by an event, which may be about another of its id', '--nR', 's--(R|)'],
    ['taken, though another of its id is rejected', '--nA-w', '      s--a-w'],
    ['a doubt that an event ends', '               --D-w', '        s-u-w'],
    ['a doubt that an event ends for good', '      --B-c', '        s-u-(C|)'],
    ['taken without an id', '                      --I-w', '        s-a-w'],
    ['an older version after a newer', '           --A-p-w-', '     s-a-p'],
    ['the same once more', '                       --A-w-w-', '     s-a-w'],
    ['the same fill once more', '                   --A-p1-1-', '    s-a-pp'],
    ['an older version after the end', '            --A-c-w', '      s-a-(C|)'],
    ['the client is closed', '                     --A-w-Q', '      s-a-w-(O|)'],
  ];

  it.each(arrows)('tells of an order: %s', (_what, script, expected) => {
    marbles((helpers) => {
      const { letters$ } = setUp(helpers, script.trim());
      helpers.expectObservable(letters$(), '20ms !').toBe(expected.replaceAll(' ', ''));
    });
  });

  it('is asked for again each minute after it was accepted, as what became of it may have been missed', () => {
    marbles((helpers) => {
      let asked = 0;
      const over = order({ ...mine, OrderState: 'Canceled' });
      const busy = { result: false, errormsg: 'busy', errorcode: 102, detail: null };
      const answer = (frame: Frame): unknown => {
        if (frame.name === 'SendOrder') return replies['A']?.[0];
        if (frame.name !== 'GetOrderStatus') return willing(frame);
        return (asked += 1) < 4 ? busy : over;
      };
      const client = connect(scriptedExchange({ answer }));
      timer(100_000).subscribe(() => client.close());
      const told$ = placeOrder$(client, bid, { audit: false }).pipe(map(letterOf));
      helpers.expectObservable(told$).toBe('a 74999ms (C|)');
      helpers.flush();
    });
  });

  /** From each state that may change, to each that an order can be over in: how it comes there, and what is told. */
  const begins: readonly (readonly [state: string, script: string, expected: string])[] = [
    ['Sent', '----', 's---'],
    ['Accepted', '-A--', 'sa--'],
    ['Working', '-w--', 'sw--'],
    ['PartiallyFilled', '-p1-', 'spp-'],
    ['Unknown', '-D--', 'su--'],
  ];
  const ends: readonly (readonly [state: Order['OrderState'], of: object, isFinalAt: string])[] = [
    ['FullyExecuted', { Quantity: 0, QuantityExecuted: 1 }, 'f 1999ms F'],
    ['Canceled', {}, 'C'],
    ['Expired', {}, 'E'],
    ['Rejected', {}, 'R'],
  ];
  const arrowsToEnds = begins.flatMap(([from, script, told]) =>
    ends.map(([to, of, isFinalAt]) => ({ from, to, script, told, of, isFinalAt })),
  );

  it.each(arrowsToEnds)('comes from $from to $to', ({ from, to, script, told, of, isFinalAt }) => {
    marbles((helpers) => {
      const { exchange, letters$ } = setUp(helpers, script);
      const part = from === 'PartiallyFilled' ? { Quantity: 0.5, QuantityExecuted: 0.5 } : {};
      const version = state({ ...part, ...of, OrderState: to });
      // As it has an id that another order may have, the last word comes with the reply.
      const isReplied = from === 'Accepted' || from === 'Unknown';
      helpers.cold('----er').subscribe((letter) => {
        if (letter === 'e') exchange.push(version);
        else if (!isReplied) exchange.reply('SendOrder', ...replyOf('A'));
      });
      const early = isReplied || to === 'FullyExecuted' ? '' : isFinalAt.toLowerCase();
      helpers.expectObservable(letters$()).toBe(`${told}${early}${isFinalAt.replace(/([A-Z])$/, '($1|)')}`);
    });
  });

  it('is found in part, over, or refused late, where its outcome was not known', () => {
    const found = (history: readonly object[], script = ''): readonly string[] => {
      const tags: string[] = [];
      marbles((helpers) => {
        const answer = (frame: Frame): unknown =>
          frame.name === 'GetOrdersHistory' ? history : willing(frame);
        setUp(helpers, script, answer)
          .letters$()
          .subscribe((letter) => tags.push(letter));
        helpers.flush();
      });
      return tags.slice(0, 4);
    };
    const part = { Quantity: 0.5, QuantityExecuted: 0.5 };
    expect(found([order({ ...mine, ...part })]).slice(0, 3)).toEqual(['s', 'u', 'p']);
    expect(found([order({ ...mine, OrderState: 'Canceled' })])).toEqual(['s', 'u', 'C']);
    expect(found([order({ ...mine, OrderState: 'Rejected' })])).toEqual(['s', 'u', 'R']);
    expect(found([], '150ms R')).toEqual(['s', 'u', 'R']);
  });

  it('is unresolved where it cannot be looked for, after 300 s', () => {
    marbles(({ expectObservable, flush }) => {
      const refused = { result: false, errormsg: 'Not Authorized', errorcode: 20, detail: null };
      const answer = ({ name }: Frame): unknown => (name === 'GetOrdersHistory' ? refused : undefined);
      const exchange = scriptedExchange({ answer: (frame) => answer(frame) ?? willing(frame) });
      const client = connect(exchange);
      const life$ = placeOrder$(client, bid, { timeout: 100 });
      expectObservable(life$.pipe(map(letterOf))).toBe('s 99ms u 299899ms (O|)');
      timer(301_000).subscribe(() => client.close());
      flush();
    });
  });

  it('keeps its end, and reports what contradicts it', () => {
    marbles((helpers) => {
      const { client, letters$ } = setUp(helpers, '--A-c-f');
      const reported: string[] = [];
      client.error$.subscribe(({ _tag }) => reported.push(_tag));
      helpers.expectObservable(letters$()).toBe('s-a-(C|)');
      helpers.flush();
      expect(reported).toEqual(['Contradiction']);
    });
  });

  it.each([
    ['working', '--A-p'],
    ['over', '--A-f'],
  ])('asks for the fills that do not add up, though it is %s', (_what, script) => {
    marbles((helpers) => {
      const { exchange, life$ } = setUp(helpers, script);
      let last: OrderLife | undefined;
      life$().subscribe((life) => (last = life));
      timer(3_000).subscribe(() => {
        expect(last).toMatchObject({ areFillsWhole: false });
        expect(exchange.names()).toContain('GetTradesHistory');
      });
      helpers.flush();
      expect.assertions(2);
    });
  });

  it.each([
    ['accepted', '--A--X', 's-a'],
    ['working', '--A-w--X', 's-a-w'],
    ['partly filled', '--A-p--X', 's-a-p'],
  ])('stands as it was while the link is lost: %s', (_what, script, expected) => {
    marbles((helpers) => {
      const { letters$ } = setUp(helpers, script);
      helpers.expectObservable(letters$(), '60ms !').toBe(expected);
    });
  });

  it('is restored with the account: what became of it meanwhile is asked for', () => {
    marbles((helpers) => {
      let isGone = false;
      const answer = (frame: Frame): unknown =>
        frame.name === 'GetOrderStatus' && isGone
          ? order({ ...mine, OrderState: 'Canceled' })
          : willing(frame);
      const { exchange, letters$ } = setUp(helpers, '--A-w', answer);
      helpers.cold('-------x').subscribe(() => {
        isGone = true;
        exchange.drop();
      });
      const tags: string[] = [];
      letters$().subscribe((letter) => tags.push(letter));
      helpers.flush();
      expect(tags).toEqual(['s', 'a', 'w', 'C']);
    });
  });

  it('is denied by a limit, and nothing leaves', () => {
    marbles((helpers) => {
      const { client, exchange } = setUp(helpers);
      const limited = withLimits(client, { quantity: '0.5' });
      helpers.expectObservable(placeOrder$(limited, bid).pipe(map(letterOf))).toBe('(D|)');
      helpers.flush();
      expect(exchange.names()).not.toContain('SendOrder');
    });
  });

  it('is looked for by a policy of the own, and keeps its reason and what was asked', () => {
    marbles((helpers) => {
      const { life$ } = setUp(helpers);
      const resolve: Resolve = ({ age, looks }) =>
        looks.length < 2
          ? { lookIn: Math.max(0, 200 * (looks.length + 1) - age) }
          : { verdict: 'Unresolved', reason: 'enough' };
      const lives: OrderLife[] = [];
      life$({ resolve }).subscribe((life) => lives.push(life));
      helpers.flush();
      const last = lives.at(-1);
      expect(last).toMatchObject({ _tag: 'Unresolved', reason: 'enough' });
      expect(last?.asked).toHaveLength(2);
      expect(last?.asked?.[0]).toMatchObject({ asked: 'history', found: 0, isClean: true });
    });
  });

  it('is not sent while the connection is lost, and says so at once', () => {
    marbles((helpers) => {
      const { client, exchange, letters$ } = setUp(helpers, '-X');
      client.state$.subscribe();
      helpers.expectObservable(helpers.cold('--x').pipe(concatMap(() => letters$()))).toBe('--X');
      helpers.flush();
      expect(exchange.names()).not.toContain('SendOrder');
    });
  });

  it('waits for the stream of the account, and no longer than it may', () => {
    marbles((helpers) => {
      const { exchange, letters$ } = setUp(helpers, '', () => undefined);
      helpers.expectObservable(letters$({ liveWithin: 50 })).toBe('50ms (X|)');
      helpers.flush();
      expect(exchange.names()).not.toContain('SendOrder');
    });
  });

  it('tells the end at once, and that it is the last word when the fills have had their time', () => {
    marbles((helpers) => {
      const { letters$ } = setUp(helpers, '--A-f');
      helpers.expectObservable(letters$()).toBe('s-a-f 1999ms (F|)');
      helpers.flush();
    });
  });

  it('takes a reply that comes after its time limit', () => {
    marbles((helpers) => {
      const { letters$ } = setUp(helpers, '150ms A-w');
      helpers.expectObservable(letters$(), '200ms !').toBe('s 99ms u 49ms a-w');
      helpers.flush();
    });
  });

  it('asks for an order that was accepted and of which nothing more is told, and invents nothing', () => {
    marbles((helpers) => {
      const answer = (frame: Frame): unknown =>
        frame.name === 'GetOrderStatus' ? order(mine) : willing(frame);
      const { letters$ } = setUp(helpers, '--A', answer);
      helpers.expectObservable(letters$(), '2s !').toBe('s-a 1499ms w');
      helpers.flush();
    });
    marbles((helpers) => {
      const { exchange, letters$ } = setUp(helpers, '--A');
      helpers.expectObservable(letters$(), '40s !').toBe('s-a');
      helpers.flush();
      expect(exchange.names().filter((name) => name === 'GetOrderStatus')).toHaveLength(3);
    });
  });

  it('looks for an order whose outcome is not known, and finds it', () => {
    marbles((helpers) => {
      const answer = (frame: Frame): unknown =>
        frame.name === 'GetOrdersHistory' ? [order(mine)] : willing(frame);
      const { letters$ } = setUp(helpers, '', answer);
      helpers.expectObservable(letters$(), '600ms !').toBe('s 99ms u 399ms w');
      helpers.flush();
    });
  });

  it('is not found after 30 s where an id of ours was echoed before, and unresolved where none was', () => {
    marbles((helpers) => {
      const { client, exchange, life$ } = setUp(helpers, '');
      helpers.cold('200ms x').subscribe(() => exchange.push(comes['w'] ?? fill(1, 1)));
      const doubtful$ = placeOrder$(client, { ...bid, ClientOrderId: 6 }, { timeout: 100 });
      helpers.expectObservable(life$().pipe(map(letterOf)), '40s !').toBe('s 99ms u 99ms w');
      helpers.expectObservable(doubtful$.pipe(map(letterOf)), '40s !').toBe('s 99ms u 29899ms (N|)');
      helpers.flush();
    });
    marbles((helpers) => {
      const { life$ } = setUp(helpers);
      helpers.expectObservable(life$().pipe(map(letterOf)), '40s !').toBe('s 99ms u 29899ms (O|)');
      helpers.flush();
    });
  });

  it('is one order, however often it is subscribed to', () => {
    marbles((helpers) => {
      const { exchange, letters$ } = setUp(helpers, '--A-w-c');
      const one$ = letters$();
      helpers.expectObservable(one$, '---!').toBe('s-a');
      helpers.expectObservable(helpers.cold('----------x').pipe(concatMap(() => one$))).toBe('----------C');
      helpers.flush();
      expect(exchange.names().filter((name) => name === 'SendOrder')).toHaveLength(1);
    });
  });

  it('cancels when the last subscriber leaves, where it was told to', () => {
    marbles((helpers) => {
      const { exchange, letters$ } = setUp(helpers, '--A-w');
      helpers.expectObservable(letters$({ cancelOnUnsubscribe: true }), '------!').toBe('s-a-w');
      helpers.flush();
      expect(exchange.received.at(-1)).toMatchObject({ name: 'CancelOrder', payload: { OrderId: 9 } });
    });
  });

  it('errors with what cannot be sent, and sends nothing', () => {
    const exchange = scriptedExchange({ answer: willing });
    const client = connect(exchange);
    const errors: unknown[] = [];
    placeOrder$(client, { ...bid, Quantity: 'much' }).subscribe({
      error: (error: unknown) => errors.push(error),
    });

    expect(errors).toEqual([expect.any(InvalidRequest)]);
    expect(exchange.names()).toEqual([]);
  });

  it('gives an id of its own to an order that has none', () => {
    marbles((helpers) => {
      const { client, exchange } = setUp(helpers);
      placeOrder$(client, { ...bid, ClientOrderId: 0 }, { ids: createIds({ idTag: 3 }) })
        .pipe(filter(({ isFinal }) => isFinal))
        .subscribe();
      const sent = exchange.received.find(({ name }) => name === 'SendOrder')?.payload;
      expect(sent).toMatchObject({ ClientOrderId: expect.any(Number) as unknown });
    });
  });
});
