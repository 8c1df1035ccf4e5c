import { filter } from 'rxjs';
import { quoting$, type Terms } from '../../examples/strategies/quoting.ts';
import { GatewayError } from '../../src/errors.ts';
import type { Frame } from '../../src/frame.ts';
import { createIds } from '../../src/orders/ids.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { order } from '../orders/support/order.ts';
import { connect } from '../support/connect.ts';
import { level2Rows } from '../support/level2Rows.ts';
import { marbles } from '../support/marbles.ts';

const terms: Terms = {
  AccountId: 7,
  InstrumentId: 1,
  ProductId: 1,
  Quantity: 1,
  least: 0,
  most: 5,
  idTag: 2,
};
type Sent = Readonly<Record<string, unknown>>;

const positions = (Amount: number) => [
  { OMSId: 1, AccountId: 7, ProductSymbol: 'BTC', ProductId: 1, Amount, Hold: 0 },
];

/** An exchange that keeps the open orders of one account, and tells of them as soon as it is asked for anything. */
const setUp = (begun: readonly Sent[] = [order({ OrderId: 900, Price: 99, ClientOrderId: 4_711 })]) => {
  const log: string[] = [];
  let Amount: number | undefined = 2;
  let isSilent = false;
  let isMusing = false;
  let sentAfter = 0;
  let events: readonly Sent[] = [];
  let open = begun;
  const tell = (changed: Sent): void => {
    events = [...events, changed];
    open = [
      ...open.filter(({ OrderId }) => OrderId !== changed['OrderId']),
      ...(changed['OrderState'] === 'Working' ? [changed] : []),
    ];
  };
  const cancel = (OrderId: unknown): void => {
    const found = open.find((one) => one['OrderId'] === OrderId);
    if (found !== undefined) tell({ ...found, OrderState: 'Canceled' });
  };
  const rest = ({ Side, LimitPrice, Quantity, ClientOrderId }: Sent): number => {
    const OrderId = log.length;
    tell(
      order({
        OrderId,
        Side: Side === 0 ? 'Buy' : 'Sell',
        Price: Number(LimitPrice),
        Quantity: Number(Quantity),
        ClientOrderId: Number(ClientOrderId),
        ReceiveTime: 1_600_000_000_000 + sentAfter,
      }),
    );
    return OrderId;
  };
  const answers: Readonly<Record<string, (payload: Sent) => unknown>> = {
    SubscribeAccountEvents: () => ({ Subscribed: true }),
    SubscribeLevel2: () => level2Rows([[99, 5]], [[101, 5]]),
    GetOpenOrders: () => open,
    GetAccountTrades: () => [],
    GetAccountPositions: () => {
      if (isMusing) return undefined;
      return Amount === undefined
        ? { result: false, errormsg: 'no', errorcode: 102, detail: null }
        : positions(Amount);
    },
    SendOrder: (payload) => {
      log.push(`${payload['Side'] === 0 ? 'Buy' : 'Sell'} at ${String(payload['LimitPrice'])}`);
      return isSilent ? undefined : { status: 'Accepted', errormsg: '', OrderId: rest(payload) };
    },
    CancelReplaceOrder: (payload) => {
      log.push(`${String(payload['OrderIdToReplace'])} to ${String(payload['LimitPrice'])}`);
      cancel(payload['OrderIdToReplace']);
      const OrderIdToReplace = payload['OrderIdToReplace'];
      return { ReplacementOrderId: rest(payload), OrigOrderId: OrderIdToReplace };
    },
    CancelOrder: ({ OrderId }) => {
      log.push(`cancel ${String(OrderId)}`);
      cancel(OrderId);
      return { result: true, errormsg: null, errorcode: 0, detail: null };
    },
  };
  const exchange = scriptedExchange({
    answer: ({ name, payload }: Frame) => answers[name]?.(payload as Sent),
  });
  /** Events come after the replies. */
  const flushEvents = (): void => {
    const told = events;
    events = [];
    for (const payload of told) exchange.push({ name: 'OrderStateEvent', payload });
  };
  const push = (...book: Parameters<typeof level2Rows>): void =>
    exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows(...book) });
  const hold = (amount: number | undefined): void => {
    Amount = amount;
  };
  const silence = (): void => {
    isSilent = true;
  };
  /** From now on it does not say what is held. */
  const muse = (): void => {
    isMusing = true;
  };
  /** From now on what is sent is as young as can be. */
  const hurry = (): void => {
    sentAfter = 100_000_000_000;
  };
  return { exchange, client: connect(exchange), log, hold, push, flushEvents, silence, muse, hurry };
};

describe('quoting$', () => {
  it('quotes on both sides, moves a quote with the touch, and leaves the orders of others alone', () => {
    marbles(({ cold, flush }) => {
      const { client, flushEvents, hold, log, push } = setUp();
      quoting$(client, terms).subscribe();
      cold('e-e-e-e-e-e-e-e-e-e-e-e-e-e-e-e').subscribe(flushEvents);
      cold('-----x').subscribe(() => push([[99, 6]], []));
      cold('----------x').subscribe(() => push([[100, 5]], []));
      cold('15ms x').subscribe(() => {
        hold(5);
        push([[100, 4]], []);
      });
      cold('40ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Buy at 99', 'Sell at 101', '1 to 100', 'cancel 3']);
    });
  });

  it('leaves its quotes alone while the book may still be of before them', () => {
    marbles(({ cold, flush }) => {
      const { client, flushEvents, hurry, log, push } = setUp();
      hurry();
      quoting$(client, terms).subscribe();
      cold('e-e-e-e').subscribe(flushEvents);
      cold('-----x').subscribe(() => push([[100, 6]], []));
      cold('40ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Buy at 99', 'Sell at 101']);
    });
  });

  it('quotes by the book of when it knows what is held, and not by one that has gone wrong meanwhile', () => {
    marbles(({ cold, flush }) => {
      const { client, exchange, log, muse, push } = setUp([]);
      const told = (): void => exchange.reply('GetAccountPositions', positions(2));
      const quoted$ = quoting$(client, terms);
      cold('--x').subscribe(muse);
      cold('---x').subscribe(() => quoted$.subscribe());
      cold('-----x').subscribe(() => push([], [[99, 5]]));
      cold('-------t').subscribe(told);
      cold('---------x').subscribe(() => push([[98, 5]], [[99, 4]]));
      cold('----------x').subscribe(() => push([[99, 0]], []));
      cold('------------t').subscribe(told);
      cold('40ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Buy at 98', 'Sell at 99']);
    });
  });

  it('sends no second quote while the first is in doubt', () => {
    marbles(({ cold, flush }) => {
      const { client, flushEvents, log, push, silence } = setUp();
      silence();
      quoting$(client, terms).subscribe();
      cold('e-e-e-e').subscribe(flushEvents);
      cold('200ms x').subscribe(() => push([[100, 6]], []));
      cold('400ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Buy at 99', 'Sell at 101']);
    });
  });

  it('knows the quotes of an earlier run by its tag, and takes them over', () => {
    marbles(({ cold, flush }) => {
      const [one, other] = [createIds({ idTag: 2 }), createIds({ idTag: 3 })];
      const { client, log } = setUp([
        order({ OrderId: 901, Price: 99, ClientOrderId: one(), ReceiveTime: 1_600_000_000_000 }),
        order({ OrderId: 902, Price: 101, Side: 'Sell', ClientOrderId: other() }),
      ]);
      quoting$(client, terms).subscribe();
      cold('40ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Sell at 101']);
    });
  });

  it('tells that what is held cannot be had, and goes on with the next book', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client, flushEvents, hold, log, push } = setUp();
      cold('-e').subscribe(flushEvents);
      cold('--h').subscribe(() => hold(undefined));
      cold('-----x-----y').subscribe((letter) => push([[letter === 'x' ? 99 : 100, 6]], []));
      const failed$ = quoting$(client, terms).pipe(filter((told) => told instanceof GatewayError));
      const expected = '-----e-----e';
      expectObservable(failed$, '15ms !').toBe(expected, { e: expect.any(GatewayError) as unknown });
      cold('40ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual(['Buy at 99', 'Sell at 101']);
    });
  });
});
