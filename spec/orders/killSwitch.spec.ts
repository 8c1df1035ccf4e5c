import { filter, map, timer } from 'rxjs';
import { SendOrder } from '../../src/endpoints/trading/SendOrder.ts';
import { SendOrderList } from '../../src/endpoints/trading/SendOrderList.ts';
import { createIds } from '../../src/orders/ids.ts';
import { killSwitch } from '../../src/orders/killSwitch.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { replaceOrder$ } from '../../src/orders/replaceOrder.ts';
import { request$ } from '../../src/requests/request.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, bid, refusal, session, taken } from './support/scripted.ts';

describe('killSwitch', () => {
  it('does nothing until it is used, and then lets no order out, by whichever way or copy of the client', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, count } = session(answering({ CancelAllOrders: () => taken }), 5_000);
      client.state$.subscribe();
      const { kill$, isKilled$ } = killSwitch(client, { AccountId: 7, scope: 'account' });
      timer(1).subscribe(() => placeOrder$(client, bid).subscribe());
      timer(10).subscribe(() => kill$.subscribe());
      const denied: unknown[] = [];
      timer(20).subscribe(() => {
        placeOrder$({ ...client }, bid).subscribe(({ _tag }) => denied.push(_tag));
        replaceOrder$(client, { ...bid, OrderIdToReplace: 9 }).subscribe(({ _tag, isFinal }) => {
          if (isFinal) denied.push(_tag);
        });
        const error = (thrown: unknown): void => void denied.push((thrown as Error).name);
        request$(client, SendOrder, bid).subscribe({ error });
        request$(client, SendOrderList, [bid]).subscribe({ error });
      });
      expectObservable(
        isKilled$.pipe(
          filter((isKilled) => isKilled),
          map((isKilled) => String(isKilled)),
        ),
        '100ms !',
      ).toBe('10ms (a)', {
        a: 'true',
      });
      flush();
      expect(denied).toEqual(['Denied', 'Denied', 'Denied', 'Denied']);
      expect([count('CancelReplaceOrder'), count('SendOrderList')]).toEqual([0, 0]);
      expect([count('SendOrder'), count('CancelAllOrders') > 0]).toEqual([1, true]);
    });
  });

  it('cancels though the stream of the account is not to be had, and says once that it was used', () => {
    marbles(({ expectObservable, flush }) => {
      const answers = { CancelAllOrders: () => taken, SubscribeAccountEvents: () => refusal(20) };
      const { client, count } = session(answering(answers), 5_000);
      const { isKilled$, kill$ } = killSwitch(client, { AccountId: 7, scope: 'account' });
      expectObservable(kill$.pipe(map(({ _tag }) => _tag.charAt(0)))).toBe('P 999ms (D|)');
      expectObservable(isKilled$.pipe(map((isKilled) => (isKilled ? 't' : 'f'))), '100ms !').toBe('t');
      flush();
      expect(count('CancelAllOrders')).toBe(1);
    });
  });

  it('cancels what an earlier run has sent, by its tag', () => {
    const ClientOrderId = createIds({ idTag: 4, now: () => 1_704_067_260_000 })();
    let open = [order({ OrderId: 2, ClientOrderId }), order({ OrderId: 3, ClientOrderId: 12 })];
    marbles(({ flush }) => {
      const CancelOrder = ({ OrderId }: { readonly OrderId?: unknown }) => {
        open = open.filter((one) => one.OrderId !== OrderId);
        return taken;
      };
      const { client } = session(answering({ GetOpenOrders: () => open, CancelOrder }), 60_000);
      killSwitch(client, { AccountId: 7, scope: 'mine' }, { idTag: 4 }).kill$.subscribe();
      flush();
    });
    expect(open.map(({ OrderId }) => OrderId)).toEqual([3]);
  });

  it('is not made where it would cancel nothing: of no scope, or of a tag that no id has', () => {
    marbles(() => {
      const { client } = session(answering({}), 50);
      const scope = undefined as unknown as 'mine';
      expect(() => killSwitch(client, { AccountId: 7, scope })).toThrow(RangeError);
      expect(() => killSwitch(client, { AccountId: 7, scope: 'mine' }, { idTag: 8 })).toThrow(RangeError);
    });
  });

  it('names its own option where it is given another, and no option of the streams of an account', () => {
    marbles(() => {
      const { client } = session(answering({}), 50);
      const kill = (options: object) => () => killSwitch(client, { AccountId: 7, scope: 'mine' }, options);
      const only = 'should be left out, as the options are idTag, but is';
      expect(kill({ idtag: 1 })).toThrow(`idtag ${only} 1.`);
      expect(kill({ audit: false })).toThrow(`audit ${only} a boolean.`);
    });
  });

  it('says where the client is closed that nobody can tell what is left', () => {
    marbles(({ expectObservable, flush }) => {
      const { client } = session(answering({ CancelAllOrders: () => undefined }), 50);
      const { kill$ } = killSwitch(client, { AccountId: 7, scope: 'account' });
      const tags$ = kill$.pipe(map(({ _tag }) => _tag.charAt(0)));
      expectObservable(tags$).toBe('50ms (U|)');
      flush();
    });
  });
});
