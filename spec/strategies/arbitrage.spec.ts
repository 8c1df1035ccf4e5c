import { arbitrage$, type Venue } from '../../examples/strategies/arbitrage.ts';
import type { Frame } from '../../src/frame.ts';
import type { Order } from '../../src/index.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { order, trade } from '../orders/support/order.ts';
import { connect } from '../support/connect.ts';
import { level2Rows } from '../support/level2Rows.ts';
import { marbles } from '../support/marbles.ts';

type Sent = Readonly<Record<string, number>>;

/** A venue with 3 bid at 99 and 2 asked at 101, which fills what it is sent, all or nothing, unless it is silent. */
const setUp = (book: Parameters<typeof level2Rows> = [[[99, 3]], [[101, 2]]]) => {
  let isSilent = false;
  const lists = ['GetOpenOrders', 'GetAccountTrades', 'GetAccountPositions', 'GetOrdersHistory'];
  const answer = ({ name, payload }: Frame): unknown => {
    if (name === 'SubscribeLevel2') return level2Rows(...book);
    if (name === 'SubscribeAccountEvents') return { Subscribed: true };
    if (lists.includes(name)) return [];
    if (name !== 'SendOrder' || isSilent) return undefined;
    const { ClientOrderId = 0, LimitPrice: Price = 0, Quantity = 0, Side } = payload as Sent;
    const side = Side === 0 ? 'Buy' : 'Sell';
    const done: Partial<Order> = { OrderState: 'FullyExecuted', QuantityExecuted: Quantity, Quantity: 0 };
    exchange.push({
      name: 'OrderStateEvent',
      payload: order({ ClientOrderId, Price, Side: side, OrderId: 5, ...done }),
    });
    exchange.push({ name: 'OrderTradeEvent', payload: trade({ OrderId: 5, Quantity, Price, TradeTime: 7 }) });
    return { status: 'Accepted', errormsg: '', OrderId: 5 };
  };
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange);
  const venue: Venue = { client, AccountId: 7, InstrumentId: 1 };
  const push = (...rows: Parameters<typeof level2Rows>): void =>
    exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows(...rows) });
  const silence = (): void => {
    isSilent = true;
  };
  return { exchange, client, venue, push, silence };
};
const terms = { least: 0.01, most: 10 };
const half = (Side: 'Buy' | 'Sell', LimitPrice: number, Quantity: number, life: object): unknown => ({
  Side,
  LimitPrice,
  Quantity,
  life: expect.objectContaining(life) as unknown,
});

describe('arbitrage$', () => {
  it('buys at the cheaper and sells at the dearer venue, as much as both have, where that pays', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const [one, other] = [setUp(), setUp()];
      cold('--x').subscribe(() =>
        other.push(
          [[101.5, 9]],
          [
            [101, 0],
            [104, 1],
          ],
        ),
      );
      cold('----x').subscribe(() => other.push([[103, 9]], []));
      const expected = '----d';
      const filled = { _tag: 'Filled', executed: 2, areFillsWhole: true };
      expectObservable(arbitrage$([one.venue, other.venue], terms), '8ms !').toBe(expected, {
        d: [half('Buy', 101, 2, filled), half('Sell', 103, 2, filled)],
      });
      cold('9ms c').subscribe(() => [one, other].forEach(({ client }) => client.close()));
      flush();
      expect(one.exchange.received.find(({ name }) => name === 'SendOrder')).toMatchObject({
        payload: { Side: 0, LimitPrice: 101, Quantity: 2, TimeInForce: 3 },
      });
    });
  });

  it('makes no other deal while a half is in doubt, and ends where nobody can tell what became of it', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const [one, other] = [setUp(), setUp([[[105, 1]], []])];
      other.silence();
      cold('--x').subscribe(() => one.push([], [[101, 1]]));
      cold('200ms x').subscribe(() => one.push([], [[101, 2]]));
      // No answer comes to the sale; it is looked for until it is 30 s old.
      const expected = '30s (d|)';
      expectObservable(arbitrage$([one.venue, other.venue], terms)).toBe(expected, {
        d: [half('Buy', 101, 1, { _tag: 'Filled' }), half('Sell', 105, 1, { _tag: 'Unresolved' })],
      });
      cold('31s c').subscribe(() => [one, other].forEach(({ client }) => client.close()));
      flush();
      expect(one.exchange.names().filter((name) => name === 'SendOrder')).toHaveLength(1);
    });
  });

  it('does nothing while one of the books is not live', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const [one, other] = [setUp(), setUp()];
      cold('--d').subscribe(() => one.exchange.drop());
      cold('---x').subscribe(() =>
        other.push(
          [[103, 9]],
          [
            [101, 0],
            [104, 1],
          ],
        ),
      );
      const expected = '-------d';
      expectObservable(arbitrage$([one.venue, other.venue], terms), '9ms !').toBe(expected, {
        d: expect.any(Array) as unknown,
      });
      cold('10ms c').subscribe(() => [one, other].forEach(({ client }) => client.close()));
      flush();
    });
  });
});
