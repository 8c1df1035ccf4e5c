import { timer } from 'rxjs';
import { CancelReplaceOrder } from '../../src/endpoints/trading/CancelReplaceOrder.ts';
import { SendOrderList, type SendOrderListRequest } from '../../src/endpoints/trading/SendOrderList.ts';
import type { Denied } from '../../src/errors.ts';
import { createIds } from '../../src/orders/ids.ts';
import { noteSent } from '../../src/orders/isOurs.ts';
import type { Limits } from '../../src/orders/limits.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { orders$ } from '../../src/orders/orders.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { withLimits } from '../../src/orders/withLimits.ts';
import { request$ } from '../../src/requests/request.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, bid, session, taken } from './support/scripted.ts';

/** By which rules orders are denied that are sent at these times. */
const rules = (limits: Limits, times: readonly number[], sent = bid): readonly unknown[] => {
  const told: unknown[] = [];
  marbles(({ flush }) => {
    let id = 0;
    const accept = () => ({ status: 'Accepted', errormsg: '', OrderId: (id += 1) });
    const { client } = session(answering({ SendOrder: accept }), 10_000);
    client.state$.subscribe();
    const careful = withLimits(client, limits);
    times.forEach((time, index) =>
      timer(time).subscribe(() => {
        // Whichever copy sends it.
        placeOrder$(index % 2 === 0 ? careful : client, sent).subscribe(({ _tag, reason }) => {
          if (_tag === 'Denied') told.push(typeof reason === 'object' && 'rule' in reason && reason.rule);
          else if (_tag === 'Sent' || _tag === 'Accepted') told.push('sent');
        });
      }),
    );
    timer(9_000).subscribe(() => client.close());
    flush();
  });
  return told.filter((one, index) => one !== 'sent' || told[index - 1] !== 'sent' || index === 0);
};

describe('withLimits', () => {
  it.each<readonly [string, Limits, readonly number[], unknown]>([
    ['quantity', { quantity: '0.5' }, [1], ['quantity']],
    ['notional', { notional: 99 }, [1], ['notional']],
    ['priceAway', { priceAway: { fraction: '0.1', from: () => 200 } }, [1], ['priceAway']],
    [
      'priceAway without a reference',
      { priceAway: { fraction: 1, from: () => undefined } },
      [1],
      ['priceAway'],
    ],
    ['open', { open: 1 }, [1, 2], ['sent', 'open']],
    ['perSecond', { perSecond: 1 }, [1, 900], ['sent', 'perSecond']],
    ['perSecond, no longer than a second', { perSecond: 1 }, [1, 1_100], ['sent']],
    ['none', { quantity: 1, notional: 100, open: 5, perSecond: 5 }, [1], ['sent']],
  ])('denies by its name what exceeds %s', (_name, limits, times, expected) => {
    expect(rules(limits, times)).toEqual(expected);
  });

  it('holds a replacement by request$ to them as well', () => {
    marbles(({ expectObservable, flush }) => {
      const { client } = session(undefined, 50);
      const careful = withLimits(client, { quantity: '0.5' });
      const replaced$ = request$(careful, CancelReplaceOrder, { ...bid, OrderIdToReplace: 9 });
      expectObservable(replaced$).toBe('#', {}, expect.objectContaining({ rule: 'quantity' }) as unknown);
      flush();
    });
  });

  it('counts a replacement in the place of the order that it replaces', () => {
    noteSent(7, 91_001);
    marbles(({ flush }) => {
      const GetOpenOrders = () => [order({ OrderId: 9, ClientOrderId: 91_001 })];
      const { client } = session(answering({ GetOpenOrders, CancelReplaceOrder: () => undefined }), 500);
      const careful = withLimits(client, { open: 1 });
      const told: unknown[] = [];
      orders$(careful, { AccountId: 7 }).subscribe();
      const replace = (OrderIdToReplace: number) => () =>
        replaceOrder$(careful, { ...bid, OrderIdToReplace }).subscribe(({ _tag }) => told.push(_tag));
      timer(10).subscribe(replace(10));
      timer(20).subscribe(() => placeOrder$(careful, bid).subscribe(({ _tag }) => told.push(_tag)));
      timer(30).subscribe(replace(9));
      timer(40).subscribe(() => told.push('over'));
      flush();
      const before = told.slice(0, told.indexOf('over'));
      expect(before).toEqual(['Sent', 'Denied', 'Denied', 'Sent']);
    });
  });

  it.each([
    [{}, ['Accepted']],
    [{ idTag: 3 }, ['Accepted']],
    [{ idTag: 4 }, ['Denied']],
  ])('counts the open orders of an earlier run by their tag: %j', (options, expected) => {
    const ClientOrderId = createIds({ idTag: 4, now: () => 1_704_067_260_000 })();
    marbles(({ flush }) => {
      const GetOpenOrders = () => [order({ OrderId: 9, ClientOrderId })];
      const SendOrder = () => ({ status: 'Accepted', errormsg: '', OrderId: 10 });
      const { client } = session(answering({ GetOpenOrders, SendOrder }), 500);
      const told: unknown[] = [];
      const careful = withLimits(client, { open: 1 }, options);
      orders$(careful, { AccountId: 7 }).subscribe();
      timer(10).subscribe(() => placeOrder$(careful, bid).subscribe(({ _tag }) => told.push(_tag)));
      timer(40).subscribe(() => told.push('over'));
      flush();
      expect(told.slice(0, told.indexOf('over'))).toEqual(expected);
    });
  });

  it('denies an order by a tag while the account was not read, as more may be open than is known', () => {
    marbles(({ flush }) => {
      const { client, count } = session(answering({ GetOpenOrders: () => undefined }), 500);
      const told: unknown[] = [];
      const careful = withLimits(client, { open: 1 }, { idTag: 4 });
      placeOrder$(careful, bid).subscribe(({ _tag }) => told.push(_tag));
      flush();
      expect([told, count('SendOrder')]).toEqual([['Denied'], 0]);
    });
  });

  it('takes no tag that no id has', () => {
    marbles(({ flush }) => {
      const { client } = session(undefined, 5);
      const limit = () => withLimits(client, {}, { idTag: 8 });
      expect(limit).toThrow('idTag should be an integer from 0 to 7 but is 8.');
      flush();
    });
  });

  it('takes no limit and no option that there is none of', () => {
    marbles(({ flush }) => {
      const { client } = session(undefined, 5);
      const misspelt = (what: object): never => what as never;
      expect(() => withLimits(client, misspelt({ perSeconds: 5 }))).toThrow(RangeError);
      expect(() => withLimits(client, {}, misspelt({ idtag: 1 }))).toThrow(
        'The options of withLimits cannot be meant: idtag should be left out, as the options are idTag, but is 1. Correct the call.',
      );
      expect(() => withLimits(client, {}, misspelt({ audit: false }))).toThrow(
        'audit should be left out, as the options are idTag, but is a boolean.',
      );
      flush();
    });
  });

  it('counts the orders of a list one after another, and denies the list for one of them', () => {
    marbles(({ flush }) => {
      const { client, count } = session(answering({ SendOrderList: () => taken }), 50);
      const told: unknown[] = [];
      const careful = withLimits(client, { perSecond: 2, quantity: 1 });
      const send = (orders: SendOrderListRequest): void => {
        request$(careful, SendOrderList, orders).subscribe({
          next: () => told.push('sent'),
          error: (error: unknown) => told.push((error as Denied).rule),
        });
      };
      timer(1).subscribe(() => {
        send([bid, { ...bid, Quantity: 2 }]);
        send([bid, bid, bid]);
        send([bid, bid]);
        send([bid]);
      });
      flush();
      expect(told).toEqual(['quantity', 'perSecond', 'sent', 'perSecond']);
      expect(count('SendOrderList')).toBe(1);
    });
  });

  it('says when the next order is within the rate, and lets it out then and no sooner', () => {
    marbles(({ flush }) => {
      const { client } = session(answering({ SendOrderList: () => taken }), 9_000);
      const told: unknown[] = [];
      const careful = withLimits(client, { perSecond: 2 });
      const send = (at: number, orders: SendOrderListRequest) =>
        timer(at).subscribe(() =>
          request$(careful, SendOrderList, orders).subscribe({
            next: () => told.push(at),
            error: (error: unknown) =>
              told.push(/the limit is 2: (.*) \(perSecond\)\.$/.exec((error as Denied).message)?.[1]),
          }),
        );
      [1, 300, 900, 1_000, 1_001, 1_002].forEach((at) => send(at, [bid]));
      send(1_100, [bid, bid]);
      send(2_000, [bid, bid]);
      send(2_001, [bid, bid]);
      send(5_000, [bid, bid, bid]);
      flush();
      expect(told).toEqual([
        ...[1, 300, 'try again in 101 ms', 'try again in 1 ms', 1_001, 'try again in 298 ms'],
        ...['try again in 901 ms', 'try again in 1 ms', 2_001, 'that is never within it'],
      ]);
    });
  });
});
