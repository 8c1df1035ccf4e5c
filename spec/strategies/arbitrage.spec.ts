import { arbitrage$, type Venue } from '../../examples/strategies/arbitrage.ts';
import type { Frame } from '../../src/frame.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { level2Rows } from '../support/level2Rows.ts';
import { marbles } from '../support/marbles.ts';

const accepted = { status: 'Accepted', errormsg: '', OrderId: 5 };

/** A venue with 3 bid at 99 and 2 asked at 101, that may take its time for an order. */
const setUp = () => {
  const exchange = scriptedExchange({
    answer: ({ name }: Frame) =>
      name === 'SubscribeLevel2'
        ? level2Rows([[99, 3]], [[101, 2]])
        : name === 'SendOrder'
          ? accepted
          : undefined,
  });
  const client = connect(exchange);
  const venue: Venue = { client, AccountId: 7, InstrumentId: 1 };
  const push = (...book: Parameters<typeof level2Rows>): void =>
    exchange.push({ name: 'Level2UpdateEvent', payload: level2Rows(...book) });
  return { exchange, client, venue, push };
};
const terms = { least: 0.01, most: 10 };

describe('arbitrage$', () => {
  it('buys at the cheaper and sells at the dearer venue, as much as both have, where that pays', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const [one, other] = [setUp(), setUp()];
      cold('--x').subscribe(() => other.push([[101.5, 9]], []));
      cold('----x').subscribe(() => other.push([[103, 9]], []));
      const expected = '----d';
      const [buy, sell] = [
        { Side: 'Buy', LimitPrice: 101, Quantity: 2, outcome: accepted },
        { Side: 'Sell', LimitPrice: 103, Quantity: 2, outcome: accepted },
      ];
      expectObservable(arbitrage$([one.venue, other.venue], terms), '8ms !').toBe(expected, {
        d: [buy, sell],
      });
      flush();
      expect(one.exchange.received.at(-2)).toMatchObject({
        name: 'SendOrder',
        payload: { Side: 0, LimitPrice: 101, Quantity: 2, TimeInForce: 3 },
      });
    });
  });

  it('makes one deal at a time, and tells the half that failed with the one that did not', () => {
    marbles(({ cold, expectObservable }) => {
      const [one, other] = [setUp(), setUp()];
      one.exchange.script({
        answer: ({ name }) => (name === 'SubscribeLevel2' ? level2Rows([[105, 1]], []) : undefined),
      });
      cold('--x').subscribe(() => one.push([[106, 1]], []));
      // No answer comes to the sale, which ends at the time limit.
      const expected = '100ms d';
      const failed = expect.objectContaining({ _tag: 'RequestTimeout', sent: true }) as unknown;
      expectObservable(arbitrage$([one.venue, other.venue], terms), '150ms !').toBe(expected, {
        d: [
          { Side: 'Buy', LimitPrice: 101, Quantity: 1, outcome: accepted },
          { Side: 'Sell', LimitPrice: 105, Quantity: 1, outcome: failed },
        ],
      });
    });
  });

  it('does nothing while one of the books is not live', () => {
    marbles(({ cold, expectObservable }) => {
      const [one, other] = [setUp(), setUp()];
      cold('--d').subscribe(() => one.exchange.drop());
      cold('---x').subscribe(() => other.push([[103, 9]], []));
      const expected = '-------d';
      expectObservable(arbitrage$([one.venue, other.venue], terms), '9ms !').toBe(expected, {
        d: expect.any(Array) as unknown,
      });
    });
  });
});
