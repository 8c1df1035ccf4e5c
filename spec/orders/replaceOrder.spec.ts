import { asyncScheduler, filter, map, take, timer } from 'rxjs';
import type { Order } from '../../src/codec/records/Order.ts';
import type { Frame } from '../../src/frame.ts';
import { openOrders$ } from '../../src/orders/openOrders.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, bid, refusal, session } from './support/scripted.ts';

interface Answers {
  /** What the exchange says of the old order when it is asked for. */
  readonly status: Order;
  readonly history?: readonly Order[];
}

/** What an exchange answers that keeps the reply to the replacement to itself. */
const silent =
  ({ status, history = [] }: Answers) =>
  ({ name }: Frame): unknown => {
    if (name === 'SubscribeAccountEvents') return { Subscribed: true };
    if (name === 'SendOrder') return { status: 'Accepted', errormsg: '', OrderId: 9 };
    if (name === 'GetOrderStatus') return status;
    if (name === 'GetOrdersHistory') return history;
    return name.startsWith('Get') ? [] : undefined;
  };

/** What is told of a replacement, and of the order that was to be replaced. */
const replace = (answers: Answers, other?: Order) => {
  const told: string[] = [];
  const old: string[] = [];
  const errors: string[] = [];
  let endedAt = 0;
  marbles(({ flush }) => {
    const exchange = scriptedExchange({ answer: silent(answers) });
    const client = connect(exchange);
    client.error$.subscribe(({ _tag }) => errors.push(_tag));
    openOrders$(client, { AccountId: 7 }).subscribe();
    const life$ = placeOrder$(client, { ...bid, ClientOrderId: 5 });
    life$.subscribe(({ _tag, isFinal }) => old.push(isFinal ? _tag.toUpperCase() : _tag));
    timer(10).subscribe(() =>
      exchange.push({ name: 'OrderStateEvent', payload: order({ OrderId: 9, ClientOrderId: 5 }) }),
    );
    if (other !== undefined)
      timer(30).subscribe(() => exchange.push({ name: 'OrderStateEvent', payload: other }));
    const replaced$ = replaceOrder$(
      client,
      { ...bid, OrderIdToReplace: 9, ClientOrderId: 6 },
      { timeout: 100 },
    );
    timer(20).subscribe(() => replaced$.subscribe(({ _tag }) => told.push(_tag)));
    timer(50_000).subscribe(() => client.close());
    flush();
    endedAt = asyncScheduler.now();
  });
  return { told, old, errors, endedAt };
};

describe('replaceOrder$', () => {
  it('is Half where the old order is canceled and the new one is nowhere', () => {
    const status = order({ OrderId: 9, ClientOrderId: 5, OrderState: 'Canceled' });
    const { told, old } = replace({ status });

    expect(told).toEqual(['Sent', 'Unknown', 'Half']);
    expect(old.at(-1)).toBe('CANCELED');
  });

  it('is Refused where the old order stands and the new one is nowhere', () => {
    const { told } = replace({ status: order({ OrderId: 9, ClientOrderId: 5 }) });

    expect(told).toEqual(['Sent', 'Unknown', 'Refused']);
  });

  it('is TooLate where the old order was filled and the new one is nowhere', () => {
    const filled = { Quantity: 0, QuantityExecuted: 1, OrderState: 'FullyExecuted' as const };
    const { told } = replace({ status: order({ OrderId: 9, ClientOrderId: 5, ...filled }) });

    expect(told).toEqual(['Sent', 'Unknown', 'TooLate']);
  });

  it('is Replaced where the new order is found, and of two with its id the later one is it', () => {
    const status = order({ OrderId: 9, ClientOrderId: 5, OrderState: 'Canceled' });
    const history = [
      order({ OrderId: 12, ClientOrderId: 6 }),
      order({ OrderId: 11, ClientOrderId: 6, OrderState: 'Canceled' }),
    ];
    const { told, errors } = replace({ status, history });

    expect(told).toEqual(['Sent', 'Unknown', 'Replaced']);
    expect(errors).toContain('Contradiction');
  });

  it.each([
    ['another has an id of its own', 77, 'Half'],
    ['another has no id', 0, 'Unresolved'],
    ['another has the id of the old one', 5, 'Unresolved'],
  ])(
    'takes no order of another for the new one, which has taken the place of the old one: %s',
    (_name, id, end) => {
      const status = order({ OrderId: 9, ClientOrderId: 5, OrderState: 'Canceled' });
      const { told, old } = replace({ status }, order({ OrderId: 10, OrigOrderId: 9, ClientOrderId: id }));

      expect(told).toEqual(['Sent', 'Unknown', end]);
      expect(old.filter((tag) => tag === 'CANCELED')).toHaveLength(end === 'Half' ? 1 : 0);
    },
  );

  it('is Refused, as a cancel is, where the exchange says no and has no such order', () => {
    marbles(({ expectObservable, flush }) => {
      const gone = () => refusal(104, 'Order not Found');
      const { client } = session(answering({ CancelReplaceOrder: gone, GetOrderStatus: gone }), 20_000);
      const end$ = replaceOrder$(client, { ...bid, OrderIdToReplace: 99 }).pipe(
        filter(({ isFinal }) => isFinal),
        map((end) => [end._tag, 'reason' in end && end.reason]),
      );
      expectObservable(end$).toBe('5s (r|)', {
        r: ['Refused', expect.objectContaining({ code: 104 }) as unknown],
      });
      flush();
    });
  });

  /** What is told, with its time, where the replies to the replacement and to all questions about orders are these. */
  const toldAt = (answers: Parameters<typeof answering>[0], filledAt?: number) => {
    const told: unknown[] = [];
    marbles(({ flush }) => {
      const { client, pushOrder } = session(answering(answers), 20_000);
      openOrders$(client, { AccountId: 7 }).subscribe();
      timer(1).subscribe(() => {
        pushOrder({ OrderId: 9 });
        replaceOrder$(client, { ...bid, OrderIdToReplace: 9, ClientOrderId: 6 }, { timeout: 100 }).subscribe(
          (one) => told.push([asyncScheduler.now(), one]),
        );
      });
      if (filledAt !== undefined)
        timer(filledAt).subscribe(() =>
          pushOrder({ OrderId: 9, OrderState: 'FullyExecuted', Quantity: 0, QuantityExecuted: 1 }),
        );
      flush();
    });
    return told;
  };
  const sent = { _tag: 'Sent', isFinal: false, ClientOrderId: 6 };
  const unknown = { _tag: 'Unknown', isFinal: false, ClientOrderId: 6 };
  const any = (value: object): unknown => expect.objectContaining(value) as unknown;

  it('says at once that it is in doubt, and what becomes of the old order, but takes that for no answer', () => {
    const said = toldAt({}, 3_000);

    expect(said).toEqual([
      [1, sent],
      [101, { ...unknown, reason: any({ _tag: 'RequestTimeout' }), order: any({ OrderState: 'Working' }) }],
      [3_000, { ...unknown, reason: any({ sent: true }), order: any({ OrderState: 'FullyExecuted' }) }],
      [20_000, any({ _tag: 'Unresolved', isFinal: true })],
    ]);
  });

  it('is in doubt while it was taken without a word of the new order', () => {
    const [, second, ...rest] = toldAt({ CancelReplaceOrder: () => refusal(107) });

    expect(second).toEqual([
      1,
      {
        ...unknown,
        reason: 'the exchange has not said yet which order is the new one',
        order: any({ OrderId: 9 }),
      },
    ]);
    expect(rest).toEqual([
      [15_001, any({ ...unknown, reason: 'the exchange has taken it, and has not told of it since' })],
      [20_000, any({ _tag: 'Unresolved' })],
    ]);
  });

  it('is in doubt where the new order was refused and the old one cannot be asked for, though it stood before', () => {
    const said = toldAt(
      { CancelReplaceOrder: () => refusal(101), GetOrderStatus: () => refusal(102) },
      3_000,
    );
    const refused = any({ code: 101 });

    expect(said.slice(1)).toEqual([
      [1, { ...unknown, reason: refused, order: any({ OrderState: 'Working' }) }],
      [3_000, { _tag: 'TooLate', isFinal: true, order: any({ OrderState: 'FullyExecuted' }) }],
    ]);
  });

  it('leaves no timer behind when the client is closed', () => {
    expect(replace({ status: order({ OrderId: 9, ClientOrderId: 5 }) }).endedAt).toBe(50_000);
  });

  it('finds the order again after the stranger with its id', () => {
    marbles(({ expectObservable, flush }) => {
      const stranger = order({ OrderId: 8, ClientOrderId: 5, OrderState: 'Canceled' });
      const exchange = scriptedExchange({ answer: silent({ status: stranger }) });
      const client = connect(exchange);
      const life$ = placeOrder$(client, { ...bid, ClientOrderId: 5 });
      timer(10).subscribe(() =>
        exchange.push({ name: 'OrderStateEvent', payload: order({ OrderId: 8, ClientOrderId: 5 }) }),
      );
      timer(20).subscribe(() =>
        exchange.push({ name: 'OrderStateEvent', payload: order({ OrderId: 9, ClientOrderId: 5 }) }),
      );
      const working$ = life$.pipe(
        filter(({ _tag }) => _tag === 'Working'),
        take(1),
        map(({ OrderId }) => OrderId),
      );
      expectObservable(working$).toBe('20ms (o|)', { o: 9 });
      timer(100).subscribe(() => client.close());
      flush();
    });
  });
});
