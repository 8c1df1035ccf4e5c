import { timer } from 'rxjs';
import { type CancelAll, cancelAll$ } from '../../src/orders/cancelAll.ts';
import type { CancelAllRequest } from '../../src/orders/cancelAllRequest.ts';
import { createIds } from '../../src/orders/ids.ts';
import { noteSent } from '../../src/orders/isOurs.ts';
import { placeOrder$ } from '../../src/orders/placeOrder.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, bid, refusal, session, taken } from './support/scripted.ts';

type Answers = Parameters<typeof answering>[0];
noteSent(7, 88_001);
const mine = order({ OrderId: 1, ClientOrderId: 88_001 });
const tagged = order({ OrderId: 2, ClientOrderId: createIds({ idTag: 4, now: () => 1_704_067_260_000 })() });
const persons = order({ OrderId: 3, ClientOrderId: 12 });
const elsewhere = order({ OrderId: 4, ClientOrderId: 88_001, Instrument: 2 });

/** What is told where these orders are open and a cancel takes effect. */
const told = (given: Omit<CancelAllRequest, 'AccountId'>, answers: Answers = {}, idTag?: number) => {
  const list: CancelAll[] = [];
  const canceled: unknown[] = [];
  let open = [mine, tagged, persons, elsewhere];
  marbles(({ flush }) => {
    const { client } = session(
      answering({
        GetOpenOrders: () => open,
        GetOrderStatus: ({ OrderId }) => open.find((one) => one.OrderId === OrderId) ?? refusal(104),
        CancelOrder: ({ OrderId }) => {
          canceled.push(OrderId);
          open = open.filter((one) => one.OrderId !== OrderId);
          return taken;
        },
        CancelAllOrders: () => {
          canceled.push('all');
          open = [];
          return taken;
        },
        ...answers,
      }),
      60_000,
    );
    timer(1).subscribe(() =>
      cancelAll$(client, { AccountId: 7, ...given }, idTag === undefined ? {} : { idTag }).subscribe((one) =>
        list.push(one),
      ),
    );
    flush();
  });
  return { tags: list.map(({ _tag }) => _tag), canceled, last: list.at(-1) };
};

describe('cancelAll$', () => {
  it('cancels one by one what this process has sent, and nothing of others', () => {
    const { tags, canceled } = told({ scope: 'mine' });
    expect([tags, canceled]).toEqual([
      ['Sent', 'Progress', 'Done'],
      [1, 4],
    ]);
  });

  it('cancels what an earlier run has sent, by its tag', () => {
    expect(told({ scope: 'mine' }, {}, 4).canceled).toEqual([1, 2, 4]);
  });

  it('cancels on one instrument alone', () => {
    expect(told({ scope: 'mine', InstrumentId: 2 }).canceled).toEqual([4]);
  });

  it('cancels all of the account, of whomever', () => {
    expect(told({ scope: 'account' })).toMatchObject({
      tags: ['Sent', 'Progress', 'Done'],
      canceled: ['all'],
    });
  });

  it('cancels what is known here and a list that lags does not have', () => {
    // By the restoration it is known; from then on the list is empty.
    let asked = 0;
    const all = [mine, tagged, persons, elsewhere];
    const { tags, canceled } = told({ scope: 'mine' }, { GetOpenOrders: () => (++asked === 1 ? all : []) });
    expect([tags, canceled]).toEqual([
      ['Sent', 'Progress', 'Done'],
      [1, 4],
    ]);
  });

  it('names what is left after ten rounds', () => {
    const { tags, last } = told({ scope: 'mine' }, { CancelOrder: () => refusal(102) });
    expect(tags.filter((tag) => tag === 'Progress')).toHaveLength(9);
    expect(last).toMatchObject({ _tag: 'Left', orders: [{ OrderId: 1 }, { OrderId: 4 }], inDoubt: 0 });
  });

  it('takes no list that left rows out for the end, and says that nobody can tell', () => {
    expect(told({ scope: 'account' }, { GetOpenOrders: () => ['odd'] })).toMatchObject({
      // No progress: that nothing is left is what nobody can tell.
      tags: ['Sent', ...Array<string>(9).fill('Unknown'), 'Unresolved'],
      last: { reason: 'the list of open orders could not be read in full' },
    });
    expect(told({ scope: 'mine' }, { GetOpenOrders: () => refusal(20) }).last).toMatchObject({
      _tag: 'Unresolved',
      reason: { code: 20 },
    });
  });

  it('is not done while an order of ours is in doubt, and says so', () => {
    marbles(({ flush }) => {
      const { client } = session(answering({ CancelAllOrders: () => taken }), 60_000);
      const list: CancelAll[] = [];
      placeOrder$(client, bid, { timeout: 100 }).subscribe();
      timer(200).subscribe(() =>
        cancelAll$(client, { AccountId: 7, scope: 'account' }).subscribe((one) => list.push(one)),
      );
      flush();
      expect(list.at(-1)).toEqual({ _tag: 'Left', isFinal: true, orders: [], inDoubt: 1 });
    });
  });

  it('needs no stream of the account', () => {
    const refused = { SubscribeAccountEvents: () => refusal(20) };
    expect(told({ scope: 'account' }, refused)).toMatchObject({ canceled: ['all'], last: { _tag: 'Done' } });
  });

  it('says what the exchange has refused', () => {
    const { tags, last } = told({ scope: 'account' }, { CancelAllOrders: () => refusal(20) });
    expect([tags, last]).toMatchObject([['Sent', 'Refused'], { reason: { code: 20 } }]);
  });
});
