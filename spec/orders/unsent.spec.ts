import { concatMap, map, type Observable, takeUntil, timer } from 'rxjs';
import type { Connection } from '../../src/connection/connection.ts';
import { cancelAll$ } from '../../src/orders/cancelAll.ts';
import { cancelOrder$ } from '../../src/orders/cancelOrder.ts';
import { killSwitch } from '../../src/orders/killSwitch.ts';
import { modifyOrder$ } from '../../src/orders/modifyOrder.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { answering, bid, taken } from './support/scripted.ts';

const AccountId = 7;
const answers = answering({ CancelAllOrders: () => taken });

const commands = ['SendOrder', 'CancelOrder', 'ModifyOrder', 'CancelReplaceOrder', 'CancelAllOrders'];

describe('with the connection lost', () => {
  const verbs: readonly (readonly [string, (client: Connection) => Observable<{ _tag: string }>])[] = [
    ['placeOrder$', (client) => placeOrder$(client, bid)],
    ['cancelOrder$', (client) => cancelOrder$(client, { AccountId, OrderId: 9 })],
    [
      'modifyOrder$',
      (client) => modifyOrder$(client, { AccountId, InstrumentId: 1, OrderId: 9, Quantity: '0.5' }),
    ],
    ['replaceOrder$', (client) => replaceOrder$(client, { ...bid, OrderIdToReplace: 9 })],
    ['cancelAll$ of the account', (client) => cancelAll$(client, { AccountId, scope: 'account' })],
    ['cancelAll$ of mine', (client) => cancelAll$(client, { AccountId, scope: 'mine' })],
  ];

  it.each(verbs)('%s sends nothing and says so at once', (_name, verb) => {
    marbles(({ flush }) => {
      const exchange = scriptedExchange({ answer: answers });
      const client = connect(exchange, { backoff: () => 1_000 });
      client.state$.subscribe();
      const told: string[] = [];
      timer(10).subscribe(() => exchange.drop());
      timer(20).subscribe(() => {
        verb(client)
          .pipe(takeUntil(timer(5)))
          .subscribe(({ _tag }) => told.push(_tag));
      });
      timer(100).subscribe(() => client.close());
      flush();

      expect(told).toEqual(['NotSent']);
      expect(exchange.names().filter((name) => commands.includes(name))).toEqual([]);
    });
  });
});

describe('killSwitch', () => {
  it('says on a dead link that it cannot act, and acts when the link is back', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ answer: answers });
      const client = connect(exchange, { backoff: () => 50 });
      client.state$.subscribe();
      const { isKilled$, kill$ } = killSwitch(client, { AccountId, scope: 'account' });
      timer(10).subscribe(() => exchange.drop());
      const letters: Readonly<Record<string, string>> = { Unreachable: 'u', Progress: 'p', Done: 'd' };
      const told$ = cold('20ms k|').pipe(
        concatMap(() => kill$),
        map(({ _tag }) => letters[_tag] ?? _tag),
      );
      expectObservable(told$).toBe('20ms u 39ms p 999ms (d|)');
      expectObservable(isKilled$.pipe(takeUntil(timer(100)))).toBe('f 19ms t 79ms |', {
        f: false,
        t: true,
      });
      timer(3_000).subscribe(() => client.close());
      flush();
      expect(exchange.names()).toContain('CancelAllOrders');
    });
  });
});
