import { asyncScheduler, map, type Observable, switchMap, takeUntil, timer } from 'rxjs';
import { GatewayError } from '../../src/errors.ts';
import type { OrderLife } from '../../src/orders/life.ts';
import { lifeOf$, type OfOrder } from '../../src/orders/lifeOf.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, bid, refusal, session } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
const persons = { OrderId: 9, ClientOrderId: 33 };
const letters = (life$: Observable<OrderLife>): Observable<string> =>
  life$.pipe(
    map(({ _tag, isFinal }) => (isFinal ? _tag.charAt(0).toUpperCase() : _tag.charAt(0).toLowerCase())),
  );

describe('lifeOf$', () => {
  const byOrder: OfOrder = { AccountId: 7, OrderId: 9 };
  const byClient: OfOrder = { AccountId: 7, ClientOrderId: 33 };
  const open: Answers = { GetOpenOrders: () => [order(persons)] };
  it.each<readonly [string, OfOrder, Answers, string, string]>([
    ['by its id, from how it stands', byOrder, open, '---p-c', 'w--p-(C|)'],
    ['by the id that its sender gave it', byClient, open, '---p-c', 'w--p-(C|)'],
    ['by its id, one that the account does not know', byOrder, {}, '---p-c', 'u--p-(C|)'],
    ['by an id that nobody knows', byClient, {}, '-', '(N|)'],
    ['by its id, one that is not there', byOrder, { GetOrderStatus: () => refusal(104) }, '-', '(N|)'],
  ])('follows an order of a person %s', (_name, of, answers, script, expected) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, pushOrder } = session(answering(answers), 5_000);
      cold(script).subscribe((letter) => {
        if (letter === 'p') pushOrder({ ...persons, QuantityExecuted: 0.5, Quantity: 0.5 });
        if (letter === 'c') pushOrder({ ...persons, OrderState: 'Canceled' });
      });
      expectObservable(letters(lifeOf$(client, of))).toBe(expected);
      flush();
    });
  });

  it.each<readonly [string, unknown, string, string]>([
    ['no id', { AccountId: 7 }, 'OrderId', 'undefined'],
    ['a misspelt id', { AccountId: 7, orderId: 9 }, 'OrderId', 'undefined'],
    ['an id that is not there', { AccountId: 7, OrderId: undefined }, 'OrderId', 'undefined'],
    ['a text for an id', { AccountId: 7, OrderId: '9' }, 'OrderId', '"9"'],
    ['a text for the sender’s id', { AccountId: 7, ClientOrderId: '9' }, 'ClientOrderId', '"9"'],
    ['a text for an account', { AccountId: '7', OrderId: 9 }, 'AccountId', '"7"'],
    ['nothing', undefined, 'AccountId', 'undefined'],
  ])('refuses %s, and does not say that there is no such order', (_name, of, path, found) => {
    marbles(({ flush }) => {
      const { client, exchange } = session(undefined, 5_000);
      const told: unknown[] = [];
      lifeOf$(client, of as OfOrder).subscribe({
        next: ({ _tag }) => told.push(_tag),
        error: (error: unknown) => told.push(error),
      });
      flush();
      expect(told).toMatchObject([{ _tag: 'InvalidRequest', call: 'lifeOf$' }]);
      const mismatch = expect.objectContaining({ path, found }) as unknown;
      expect(told).toMatchObject([{ mismatches: expect.arrayContaining([mismatch]) as unknown }]);
      expect(exchange.names()).toEqual([]);
    });
  });

  /** What is told of an order that nobody knows here, in whole seconds, and how often it was asked for. */
  const toldOf = (answers: Answers) => {
    const told: unknown[] = [];
    let asked = 0;
    marbles(({ flush }) => {
      const { client, count } = session(answering(answers), 600_000);
      lifeOf$(client, byOrder).subscribe(({ _tag, isFinal, reason }) => {
        const why = reason instanceof GatewayError ? reason.call : reason;
        told.push([Math.floor(asyncScheduler.now() / 1_000), isFinal ? _tag.toUpperCase() : _tag, why]);
      });
      flush();
      asked = count('GetOrderStatus');
    });
    return { told, asked };
  };

  it('asks again for an order that it could not be told of, and says why meanwhile', () => {
    let asked = 0;
    const GetOrderStatus = () => ((asked += 1) < 4 ? refusal(102) : refusal(104));
    expect(toldOf({ GetOrderStatus })).toEqual({
      told: [
        [0, 'Unknown', 'GetOrderStatus'],
        [7, 'NOTFOUND', 'the exchange has no such order'],
      ],
      asked: 4,
    });
  });

  it('is unresolved where it cannot be told of it for five minutes', () => {
    const { told, asked } = toldOf({ GetOrderStatus: () => refusal(20) });
    expect(asked).toBe(30);
    expect(told.at(-1)).toEqual([
      265,
      'UNRESOLVED',
      'it was asked for 30 times in vain: `asked` has the answers',
    ]);
  });

  it.each([
    ['it did not subscribe', { Subscribed: false }],
    ['the login may not', refusal(20)],
  ])(
    'says at once that the exchange refuses the account, and ends when it says so again later: %s',
    (_name, no) => {
      const { told, asked } = toldOf({ SubscribeAccountEvents: () => no });
      expect(told).toEqual([
        [0, 'Unknown', 'SubscribeAccountEvents'],
        [121, 'UNRESOLVED', 'SubscribeAccountEvents'],
      ]);
      expect(asked).toBe(0);
    },
  );

  it('says so to whoever comes between two refusals, too, and follows the order where it subscribes after all', () => {
    marbles(({ cold, expectObservable, flush }) => {
      let asked = 0;
      const { client } = session(
        answering({
          SubscribeAccountEvents: () => ({ Subscribed: (asked += 1) > 2 }),
          GetOpenOrders: () => [order(persons)],
        }),
        5_000,
      );
      const other = lifeOf$(client, byClient).subscribe();
      const reasons$ = lifeOf$(client, byOrder).pipe(
        map(({ _tag, reason }) => (reason === undefined ? _tag : `${_tag}, refused`)),
        takeUntil(timer(2_000)),
      );
      expectObservable(cold('10ms s').pipe(switchMap(() => reasons$))).toBe('10ms r 1489ms w', {
        ...{ r: 'Unknown, refused', w: 'Working' },
      });
      timer(3_000).subscribe(() => other.unsubscribe());
      flush();
    });
  });

  it("tells the sender's id of an order that is followed by the exchange's, once that is known", () => {
    const ids: unknown[] = [];
    marbles(({ flush }) => {
      const { client, pushOrder } = session(answering({ GetOrdersHistory: () => [] }), 100);
      lifeOf$(client, { AccountId: 7, OrderId: 9 }).subscribe((life) => ids.push(life.ClientOrderId));
      timer(0).subscribe(() => pushOrder(persons));
      timer(5).subscribe(() => pushOrder({ ...persons, OrderState: 'Canceled' }));
      flush();
    });
    expect(ids[0]).toBe(0);
    expect(ids.slice(1)).toEqual([33, 33]);
  });

  it('is the life that placeOrder$ tells, of an order of this process, by either id', () => {
    marbles(({ expectObservable, flush }) => {
      const accept = () => ({ status: 'Accepted', errormsg: '', OrderId: 9 });
      const { client, pushOrder } = session(answering({ SendOrder: accept }), 100);
      placeOrder$(client, { ...bid, ClientOrderId: 33 }).subscribe();
      timer(5).subscribe(() => pushOrder({ ...persons, OrderState: 'Canceled' }));
      expectObservable(letters(lifeOf$(client, byOrder)), '--^').toBe('--a--(C|)');
      expectObservable(letters(lifeOf$(client, byClient)), '--^').toBe('--a--(C|)');
      flush();
    });
  });

  it('leaves the life that placeOrder$ tells whole where it asks for the order before the reply to that is there', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, exchange, pushOrder } = session(
        answering({ SendOrder: () => undefined, GetOrderStatus: () => order(persons) }),
        100,
      );
      const placed$ = placeOrder$(client, { ...bid, ClientOrderId: 33 });
      cold('--w--r-----c').subscribe((letter) => {
        if (letter === 'w') pushOrder({ ...persons, ClientOrderId: 0 });
        if (letter === 'r') exchange.reply('SendOrder', { status: 'Accepted', errormsg: '', OrderId: 9 });
        if (letter === 'c') pushOrder({ ...persons, OrderState: 'Canceled' });
      });
      expectObservable(letters(placed$)).toBe('s----(aw)--(C|)');
      expectObservable(letters(lifeOf$(client, byOrder)), '---^').toBe('---w-------(C|)');
      flush();
    });
  });
});
