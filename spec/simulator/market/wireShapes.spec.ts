import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { limit } from './orders.ts';
import { right, smallMarket } from './script.ts';

/** The payload of a sample: its fields, in their order. */
const sample = (path: string): readonly string[] => {
  const file = join(__dirname, '../../fixtures/samples', path);
  const { payload, frame } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly payload?: unknown;
    readonly frame?: { readonly o: string };
  };
  const value: unknown = frame === undefined ? payload : JSON.parse(frame.o);
  return Object.keys((Array.isArray(value) ? value[0] : value) as object);
};
const keysOf = (value: unknown): readonly string[] => Object.keys(JSON.parse(wireText(value)) as object);

describe('what a market says has the fields of the samples', () => {
  const { market } = smallMarket();
  const events: readonly MarketEvent[] = [
    ...market.sendOrderList([
      limit(2, 'Sell', '1.0', '0.50'),
      limit(1, 'Buy', '1.0', '0.50'),
      limit(1, 'Buy', '99', '9.00'),
    ]).events,
    ...market.cancelList([{ AccountId: 1, OrderId: 99 }]).events,
    ...market.deposit(1, 1, 1).events,
    ...market.withdraw(1, 1, 1).events,
    ...market.setSessionStatus(1, 'Paused').events,
    ...market.cancelAllOrders({ accountIds: [1], InstrumentId: 99 }).events,
    ...market.changeAccount(1, { Frozen: true }).events,
  ];
  const told = (tag: MarketEvent['_tag']): unknown => events.find(({ _tag }) => _tag === tag)?.payload;

  it.each([
    ['Transaction', 'streams/account.transaction.object-deposit.json'],
    ['NewOrderReject', 'streams/account.new-order-reject.event.json'],
    ['CancelOrderReject', 'streams/account.cancel-order-reject.event.json'],
    ['CancelAllOrdersReject', 'streams/account.cancel-all-orders-reject.event.json'],
    ['AccountInfo', 'streams/account.account-info.object.json'],
    ['MarketState', 'streams/account.market-state-update.event.json'],
    ['DepositTicket', 'streams/account.deposit-ticket.object.json'],
    ['Deposit', 'streams/account.deposit.event-shape.json'],
    ['WithdrawTicket', 'streams/account.withdraw-ticket-update.event.json'],
    ['OrderState', 'streams/order-state.object-notbank-filled.json'],
    ['OrderTrade', 'streams/order-trade.object-apex4.json'],
  ] as const)('in the event %s', (tag, path) => {
    expect([...keysOf(told(tag))].sort()).toEqual([...sample(path)].sort());
  });

  it('in the statistics of an account, its transactions and its fee', () => {
    const [statistics] = right(market.accountStatistics(1));
    const [transaction] = right(market.transactions({ AccountId: 1 }));
    expect(keysOf(statistics)).toEqual(sample('functions/GetAccountInstrumentStatistics.reply.01.json'));
    expect([...keysOf(transaction)].sort()).toEqual(
      [...sample('functions/GetAccountTransactions.reply.02.json')].sort(),
    );
    const fee = { AccountId: 1, InstrumentId: 1, Side: 0, Quantity: 1, Price: 1 };
    expect(keysOf(right(market.orderFee(fee)))).toEqual(sample('functions/GetOrderFee.reply.01.json'));
  });
});
