import { filter, map, merge, timer } from 'rxjs';
import { apiKeyLogin, createClient, isOurs, lifeOf$, openOrders$, placeOrder$ } from '../../src/index.ts';
import { MessageType } from '../../src/frame.ts';
import type { OrderLife } from '../../src/orders/life.ts';
import { createResolve, type Resolve } from '../../src/orders/resolve.ts';
import { createExchange, demoUsers } from '../../src/simulator/index.ts';
import type { ScriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { marbles } from '../support/marbles.ts';
import { answering, bid, session } from './support/scripted.ts';

const [trader] = demoUsers;
const AccountId = 7;
const resting = { ...bid, Quantity: '0.5', LimitPrice: '100.00' } as const;

const setUp = () => {
  const exchange = createExchange({ startTime: 1_704_067_200_000, latency: 5 });
  const client = (nonce: string) =>
    createClient({
      transport: exchange.transport,
      credentials: apiKeyLogin({ ...trader, nonce: () => nonce }),
      keepAlive: false,
    });
  const clients = [client('1'), client('2')] as const;
  timer(3_000).subscribe(() => {
    for (const one of clients) one.close();
    exchange.close();
  });
  return { exchange, clients };
};
const tagOf = ({ _tag, isFinal }: OrderLife): string => (isFinal ? `${_tag}!` : _tag);

describe('two clients and a person on one account', () => {
  it('each keep the same orders open, whoever has placed them, and know whose they are', () => {
    marbles(({ flush }) => {
      const {
        exchange,
        clients: [one, other],
      } = setUp();
      const open = new Map<unknown, readonly unknown[]>();
      for (const client of [one, other])
        openOrders$(client, { AccountId }).subscribe(({ orders }) =>
          open.set(
            client,
            orders.map((order) => [
              order.OrderId,
              isOurs(order, { idTag: 1 }),
              isOurs(order, { idTag: 2 }),
              isOurs(order, { idTag: 3 }),
            ]),
          ),
        );
      timer(100).subscribe(() => placeOrder$(one, resting, { idTag: 1 }).subscribe());
      timer(200).subscribe(() => placeOrder$(other, resting, { idTag: 2 }).subscribe());
      timer(300).subscribe(() => exchange.market.sendOrder(resting));
      timer(1_000).subscribe(() => {
        const [mine, theirs] = [open.get(one) ?? [], open.get(other) ?? []];
        expect(mine).toEqual(theirs);
        // What this process has sent is ours with any tag; of a person's order no tag says so.
        expect(mine.map((row) => (row as readonly unknown[]).slice(1))).toEqual([
          [true, true, true],
          [true, true, true],
          [false, false, false],
        ]);
      });
      flush();
      expect.assertions(2);
    });
  });

  it('follow each other’s orders by either id, from how they stand to what becomes of them', () => {
    marbles(({ flush }) => {
      const {
        exchange,
        clients: [one, other],
      } = setUp();
      const told = { placed: [] as string[], byOrder: [] as string[], byClient: [] as string[] };
      timer(100).subscribe(() => {
        const life$ = placeOrder$(one, { ...resting, ClientOrderId: 4_711 });
        life$.subscribe((life) => told.placed.push(tagOf(life)));
        life$.pipe(filter(({ _tag }) => _tag === 'Working')).subscribe(({ OrderId = 0 }) => {
          const byOrder$ = lifeOf$(other, { AccountId, OrderId });
          const byClient$ = lifeOf$(other, { AccountId, ClientOrderId: 4_711 });
          timer(50).subscribe(() => byOrder$.subscribe((life) => told.byOrder.push(tagOf(life))));
          timer(500).subscribe(() => byClient$.subscribe((life) => told.byClient.push(tagOf(life))));
          timer(1_000).subscribe(() => exchange.market.cancelOrder({ OrderId: Number(OrderId) }));
        });
      });
      flush();
      expect(told.placed).toEqual(['Sent', 'Accepted', 'Working', 'Canceled!']);
      expect(told.byOrder.slice(-2)).toEqual(['Working', 'Canceled!']);
      expect(told.byClient).toEqual(['Working', 'Canceled!']);
    });
  });

  it('take no order of the other for their own, though it has the same id', () => {
    marbles(({ flush }) => {
      const {
        clients: [one, other],
      } = setUp();
      const ids = new Map<string, unknown>();
      // Whoever follows the account knows that the id is taken.
      openOrders$(other, { AccountId }).subscribe();
      const place = (name: string, life$: ReturnType<typeof placeOrder$>): void => {
        life$.subscribe(({ _tag, OrderId }) => ids.set(name, `${_tag} ${OrderId}`));
      };
      timer(100).subscribe(() => place('one', placeOrder$(one, { ...resting, ClientOrderId: 9 })));
      timer(300).subscribe(() => place('other', placeOrder$(other, { ...resting, ClientOrderId: 9 })));
      flush();
      const [first, second] = [...ids.values()];
      expect(first).toMatch(/^Unresolved \d+$/);
      // An id must be new among the open orders, and the exchange says so.
      expect(second).toBe('Rejected undefined');
    });
  });

  it('tell a person’s order on both as it stands', () => {
    marbles(({ flush }) => {
      const { exchange, clients } = setUp();
      const told: string[] = [];
      timer(100).subscribe(() => exchange.market.sendOrder(resting));
      timer(200).subscribe(() => {
        const open = exchange.market.openOrders(AccountId);
        const [order] = open._tag === 'Right' ? open.right : [];
        merge(
          ...clients.map((client, index) =>
            lifeOf$(client, { AccountId, OrderId: order?.OrderId ?? 0 }).pipe(
              map((life) => `${index} ${tagOf(life)}`),
            ),
          ),
        ).subscribe((text) => told.push(text));
      });
      timer(1_000).subscribe(() =>
        exchange.orders(AccountId).forEach(({ OrderId }) => exchange.market.cancelOrder({ OrderId })),
      );
      flush();
      expect(told.filter((text) => text.startsWith('0')).slice(-2)).toEqual(['0 Working', '0 Canceled!']);
      expect(told.filter((text) => text.startsWith('1')).slice(-2)).toEqual(['1 Working', '1 Canceled!']);
    });
  });
});

describe('two orders that were sent from here with one id', () => {
  /** What is told of both, where these things happen one after the other when both are in flight. */
  const told = (resolve: Resolve, acts: readonly ((exchange: ScriptedExchange) => void)[]) => {
    const tags: Record<string, string[]> = { first: [], second: [] };
    marbles(({ flush }) => {
      const { client, exchange } = session(answering({ SendOrder: () => undefined }), 20_000);
      const follow = (name: string): void => {
        const options = { timeout: 100, resolve };
        placeOrder$(client, { ...bid, ClientOrderId: 9 }, options).subscribe((life) =>
          tags[name]?.push(tagOf(life)),
        );
      };
      openOrders$(client, { AccountId }).subscribe();
      timer(10).subscribe(() => follow('first'));
      timer(150).subscribe(() => follow('second'));
      acts.forEach((act, index) => timer(200 + 10 * index).subscribe(() => act(exchange)));
      flush();
    });
    return tags;
  };
  const reply =
    (nth: number, payload: object) =>
    (exchange: ScriptedExchange): void => {
      const sent = exchange.received.filter(({ name }) => name === 'SendOrder')[nth];
      exchange.push({ name: 'SendOrder', ...sent, type: MessageType.Reply, payload });
    };
  const accepted = { status: 'Accepted', errormsg: '', OrderId: 1 };
  const refused = { status: 'Rejected', errormsg: 'Invalid_ClientOrderId', errorcode: 101 };
  const refusedByEvent = (exchange: ScriptedExchange): void => {
    const payload = { AccountId, ClientOrderId: 9, Status: 'Rejected', RejectReason: 'no' };
    exchange.push({ name: 'NewOrderRejectEvent', payload });
  };

  it('the first stands where the second is refused, by its reply and by an event', () => {
    expect(told(createResolve(), [reply(0, accepted), reply(1, refused), refusedByEvent])).toEqual({
      first: ['Sent', 'Unknown', 'Accepted', 'Unresolved!'],
      second: ['Sent', 'Rejected!'],
    });
  });

  it('the first is in doubt still where the second is refused', () => {
    expect(told(createResolve(), [reply(1, refused), refusedByEvent])).toEqual({
      first: ['Sent', 'Unknown', 'Unresolved!'],
      second: ['Sent', 'Rejected!'],
    });
  });

  it('the second stands where a refusal of the first comes late, when that was given up', () => {
    const giveUp: Resolve = ({ age }) =>
      age < 150 ? { lookIn: 150 - age } : { verdict: 'NotFound', reason: 'not there' };
    expect(told(giveUp, [reply(1, accepted), reply(0, refused)])).toEqual({
      first: ['Sent', 'Unknown', 'NotFound!'],
      second: ['Sent', 'Accepted', 'Unresolved!'],
    });
  });
});
