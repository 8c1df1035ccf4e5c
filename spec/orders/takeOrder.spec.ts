import { type Account, mostOver, newAccount, standingOf } from '../../src/orders/account.ts';
import { takeFill, takeFills, takeGone, takeVersion, takeVersions } from '../../src/orders/takeOrder.ts';
import { order, trade } from './support/order.ts';

const event = { how: 'event', listedIn: 0, isTold: true } as const;
const tags = (asks: readonly { readonly _tag: string }[]): readonly string[] => asks.map(({ _tag }) => _tag);
const opened = takeVersion(newAccount(7, 0), order({ OrderId: 1 }), 'event', 1)[0];

describe('takeVersion', () => {
  it('tells a newer version, and neither an older one nor the same again', () => {
    const told = order({ OrderId: 1, QuantityExecuted: 0.5, Quantity: 0.5 });
    const [filled, asks] = takeVersion(opened, told, 'event', 2);
    expect(asks).toEqual([{ _tag: 'Told', OrderId: 1, how: 'event' }]);
    expect(takeVersion(filled, told, 'status', 3)[1]).toEqual([]);
    const [after, none] = takeVersion(filled, order({ OrderId: 1 }), 'history', 3);
    expect(none).toEqual([]);
    expect(standingOf(after, 1)?.order).toBe(told);
  });

  it('moves what is over out of the open orders, for good', () => {
    const [over] = takeVersion(opened, order({ OrderId: 1, OrderState: 'Canceled' }), 'event', 2);
    expect(over.open.size).toBe(0);
    const [still] = takeVersion(over, order({ OrderId: 1 }), 'event', 3);
    expect([still.open.size, standingOf(still, 1)?.order?.OrderState]).toEqual([0, 'Canceled']);
  });

  it('tells two ends that contradict each other', () => {
    const [over] = takeVersion(opened, order({ OrderId: 1, OrderState: 'Canceled' }), 'event', 2);
    const [, asks] = takeVersion(over, order({ OrderId: 1, OrderState: 'Expired' }), 'event', 3);
    expect(tags(asks)).toContain('Contradicted');
  });

  it('keeps a bounded number of those that are over, and the greatest id of the trades that went', () => {
    let account: Account = newAccount(7, 0);
    for (let OrderId = 1; OrderId <= 5 * mostOver; OrderId += 1) {
      account = takeFill(account, trade({ TradeId: 10 * OrderId, OrderId }), event, 1)[0];
      const over = order({ OrderId, OrderState: 'FullyExecuted', QuantityExecuted: 0.5, Quantity: 0 });
      account = takeVersion(account, over, 'event', 1)[0];
    }
    expect(account.rest.young.size + account.rest.old.size).toBeLessThanOrEqual(2 * mostOver);
    expect(account.debts.size).toBe(0);
    expect(account.forgotten.get(1)).toBeGreaterThan(10 * mostOver);
    expect(standingOf(account, 5 * mostOver)).toBeDefined();
    expect(standingOf(account, 1)).toBeUndefined();
  });

  it('takes all of a list', () => {
    const [account, asks] = takeVersions(newAccount(7, 0), [order(), order({ OrderId: 2 })], 'status', 1);
    expect([account.open.size, asks.length]).toEqual([2, 2]);
  });
});

describe('takeFill', () => {
  it('tells a fill once, and a correction as such', () => {
    const [one, first] = takeFill(opened, trade(), event, 2);
    expect(first[0]).toMatchObject({ _tag: 'Fill', fill: { _tag: 'Fill' } });
    const [two, second] = takeFill(one, trade(), event, 3);
    expect(second).toEqual([]);
    const [, third] = takeFill(two, trade({ OrderTradeRevision: 1, Quantity: 0.4 }), event, 4);
    expect(third[0]).toMatchObject({ _tag: 'Fill', fill: { _tag: 'Revised', trade: { Quantity: 0.4 } } });
  });

  it('does not tell what is not to be told, and tells it when it is', () => {
    const [known, none] = takeFill(opened, trade(), { ...event, listedIn: 1, isTold: false }, 2);
    expect(tags(none)).toEqual(['Told']);
    const [, told] = takeFill(known, trade(), event, 3);
    expect(tags(told)).toEqual(['Fill', 'Told']);
  });

  it('takes a list from its end, which is the oldest', () => {
    const rows = [trade({ TradeId: 2 }), trade({ TradeId: 1 })];
    const [, asks] = takeFills(opened, rows, () => event, 2);
    const told = asks.flatMap((ask) => (ask._tag === 'Fill' ? [ask.fill.trade.TradeId] : []));
    expect(told).toEqual([1, 2]);
  });

  // What is let go of lies in two generations, and a list moves what it has of the elder into the younger.
  it('tells no fill of a list again because an order was let go of while the list was taken in', () => {
    const listed = { how: 'history', listedIn: 1, isTold: true } as const;
    let account: Account = newAccount(7, 0);
    for (let OrderId = 1; OrderId <= 2 * mostOver - 5; OrderId += 1)
      account = takeFill(account, trade({ TradeId: OrderId, OrderId }), event, 1)[0];
    const rows = Array.from({ length: 2 * mostOver - 5 }, (_, index) =>
      trade({ TradeId: 2 * mostOver - 5 - index, OrderId: 2 * mostOver - 5 - index }),
    );
    const [, asks] = takeFills(account, rows, () => listed, 2);
    expect(asks).toEqual([]);
  });

  it('notes that an order and its fills do not agree, until they do', () => {
    const [owing] = takeFill(opened, trade(), event, 2);
    expect(owing.debts.get(1)).toEqual({ at: 1_002, tries: 0 });
    const agreed = order({ QuantityExecuted: 0.5, Quantity: 0.5 });
    expect(takeVersion(owing, agreed, 'event', 3)[0].debts.size).toBe(0);
  });
});

describe('takeGone', () => {
  it('lets go of an order without saying what became of it, until the exchange tells of it again', () => {
    const [gone, asks] = takeGone(opened, 1, 2);
    expect(asks).toEqual([{ _tag: 'Told', OrderId: 1, how: 'status' }]);
    expect([gone.open.size, standingOf(gone, 1)?.isGone]).toEqual([0, true]);
    const [back] = takeVersion(gone, order({ QuantityExecuted: 0.5, Quantity: 0.5 }), 'event', 3);
    expect([back.open.size, standingOf(back, 1)?.isGone]).toEqual([1, false]);
    expect(takeGone(opened, 99, 2)).toEqual([opened, []]);
  });
});
