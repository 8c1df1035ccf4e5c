import { quoting$, quotesAt, type Terms } from '../../examples/strategies/quoting.ts';
import type { Frame } from '../../src/frame.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { level2Rows } from '../support/level2Rows.ts';
import { marbles } from '../support/marbles.ts';

const terms: Terms = { AccountId: 7, InstrumentId: 1, ProductId: 1, Quantity: 1, least: 0, most: 5 };
const level = (price: number) => ({ price, quantity: 1, orders: 1, changedAt: 0 });

describe('quotesAt', () => {
  const buy = { Side: 'Buy', LimitPrice: 99 };
  const sell = { Side: 'Sell', LimitPrice: 101 };
  it.each([
    ['joins both sides', 2, [buy, sell]],
    ['does not buy beyond the most', 4.5, [sell]],
    ['does not sell below the least', 0.5, [buy]],
  ])('%s', (_name, held, expected) => {
    expect(quotesAt({ bid: level(99), ask: level(101) }, held, terms)).toEqual(expected);
  });

  it('quotes on no side that is empty', () => {
    expect(quotesAt({ ask: level(101) }, 2, terms)).toEqual([sell]);
    expect(quotesAt({}, 2, terms)).toEqual([]);
  });
});

/** An exchange that keeps the open orders of one account, and takes its time for a list of them. */
const setUp = () => {
  type Sent = Readonly<Record<string, unknown>>;
  let open: readonly Sent[] = [];
  const log: string[] = [];
  let Amount = 2;
  let sent = 1;
  const send = ({ Side, LimitPrice: Price, Quantity }: Sent): unknown => {
    const OrderId = sent;
    sent += 1;
    log.push(`${Side === 0 ? 'Buy' : 'Sell'} ${OrderId} at ${String(Price)}`);
    const rest = { Instrument: 1, Account: 7, OrderType: 'Limit', OrderState: 'Working', ReceiveTime: 0 };
    const amounts = { Price, Quantity, OrigQuantity: Quantity, QuantityExecuted: 0, AvgPrice: 0 };
    open = [
      ...open,
      { Side, OrderId, ClientOrderId: 0, ChangeReason: 'NewInputAccepted', ...rest, ...amounts },
    ];
    return { status: 'Accepted', errormsg: '', OrderId };
  };
  const cancel = ({ OrderId }: Sent): unknown => {
    log.push(`cancel ${String(OrderId)}`);
    open = open.filter((order) => order['OrderId'] !== OrderId);
    return { result: true, errormsg: null, errorcode: 0, detail: null };
  };
  const answer = ({ name, payload }: Frame): unknown => {
    if (name === 'SubscribeLevel2') return level2Rows([[99, 5]], [[101, 5]]);
    if (name === 'GetOpenOrders') return open;
    if (name === 'GetAccountPositions')
      return [{ OMSId: 1, AccountId: 7, ProductSymbol: 'BTC', ProductId: 1, Amount, Hold: 0 }];
    if (name === 'SendOrder') return send(payload as Sent);
    return name === 'CancelOrder' ? cancel(payload as Sent) : { result: true };
  };
  const exchange = scriptedExchange({ answer });
  const hold = (amount: number): void => {
    Amount = amount;
  };
  return { exchange, client: connect(exchange), log, hold };
};

describe('quoting$', () => {
  it('quotes on both sides, moves a quote with the touch, and leaves alone what stands where it should', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, log, hold } = setUp();
      quoting$(client, terms).subscribe();
      const push = (...book: Parameters<typeof level2Rows>): void =>
        exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows(...book) });
      cold('-----x').subscribe(() => push([[99, 6]], []));
      cold('----------x').subscribe(() => push([[100, 5]], []));
      cold('15ms x').subscribe(() => {
        hold(5);
        push([[100, 4]], []);
      });
      cold('20ms c').subscribe(() => client.close());
      flush();

      expect(log).toEqual([...['Buy 1 at 99', 'Sell 2 at 101'], ...['cancel 1', 'Buy 3 at 100'], 'cancel 3']);
    });
  });

  it('goes on where a renewal has failed', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client } = setUp();
      exchange.script({
        answer: ({ name }) =>
          name === 'SubscribeLevel2'
            ? level2Rows([[99, 5]], [[101, 5]])
            : { result: false, errormsg: 'no', errorcode: 102, detail: null },
      });
      cold('-----x').subscribe(() =>
        exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows([[98, 1]], [[101, 4]]) }),
      );
      const refusal = expect.objectContaining({ _tag: 'GatewayError' }) as unknown;
      const expected = 'e----e';
      expectObservable(quoting$(client, terms), '8ms !').toBe(expected, { e: refusal });
    });
  });
});
