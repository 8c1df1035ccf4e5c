import { MessageType } from '../../../src/frame.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
} from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs, limitOrder } from '../support/dial.ts';

describe('the numbers of events', () => {
  let exchange: Exchange;
  let call: Call;
  const start = (options: ExchangeOptions): void => {
    exchange = createExchange(options);
    call = dialAs(exchange, demoUsers[0]);
  };
  afterEach(() => exchange.close());
  const bid = (price: string, instrumentId = 1): void => {
    exchange.market.sendOrder({ ...limitOrder(0, price, '1', 8), InstrumentId: instrumentId });
  };
  const eventNumbers = (of = call): readonly number[] =>
    of.frames.filter(({ type }) => type === MessageType.Event).map(({ sequence }) => sequence);
  const level2 = (instrumentId: number): object => ({ OMSId: 1, InstrumentId: instrumentId, Depth: 10 });

  it('count on from the first subscribe over all streams of a connection', () => {
    start({});
    const first = call.send('SubscribeLevel2', level2(1));
    call.send('SubscribeLevel2', level2(2));
    bid('100.00', 1);
    bid('100.00', 2);
    bid('101.00', 1);

    expect(first).toBe(4);
    expect(eventNumbers()).toEqual([6, 8, 10]);
  });

  it('are counted for each connection by itself, and not from a subscribe that was refused', () => {
    start({});
    const other = dial(exchange);
    other.send('SubscribeLevel2', level2(99));
    other.send('Ping');
    expect(other.send('SubscribeLevel2', level2(1))).toBe(6);
    call.send('SubscribeLevel2', level2(1));
    bid('100.00');
    bid('101.00');

    expect(eventNumbers()).toEqual([6, 8]);
    expect(eventNumbers(other)).toEqual([8, 10]);
  });

  it('echo the subscribe they belong to', () => {
    start({ events: 'echo' });
    const [first, second] = [
      call.send('SubscribeLevel2', level2(1)),
      call.send('SubscribeLevel2', level2(2)),
    ];
    bid('100.00', 2);
    bid('100.00', 1);
    bid('101.00', 2);

    expect(eventNumbers()).toEqual([second, first, second]);
  });

  it('are odd', () => {
    start({ events: 'odd' });
    call.send('SubscribeLevel2', level2(1));
    ['100.00', '101.00', '102.00'].forEach((price) => bid(price));

    expect(eventNumbers()).toEqual([1, 3, 5]);
  });

  it('are those of pending requests, where the exchange means ill', () => {
    start({ events: 'adversarial' });
    call.send('SubscribeLevel2', level2(1));
    exchange.withhold('Ping');
    const pending = call.send('Ping');
    bid('100.00');
    bid('101.00');
    exchange.release();
    bid('102.00');

    expect(eventNumbers()).toEqual([pending, pending, 6]);
    expect(call.answerTo(pending)).toMatchObject({ type: MessageType.Reply, name: 'Ping' });
  });

  it('are that of the very request that causes them, where events come before the reply', () => {
    start({ events: 'adversarial', eventBeforeReply: true });
    call.send('SubscribeLevel2', level2(1));
    const cause = call.send('SendOrder', limitOrder(0, '100.00', '1'));

    expect(eventNumbers()).toEqual([cause]);
  });

  it('start at 2 where nothing was subscribed', () => {
    start({});
    exchange.logOut(64);

    expect(call.frames.at(-1)).toEqual({
      type: MessageType.Event,
      sequence: 2,
      name: 'LogoutEvent',
      payload: '{}',
    });
  });
});
