import { asyncScheduler } from 'rxjs';
import { createExchange, demoUsers, type Exchange } from '../../../../src/simulator/index.ts';
import { createRandom, type Random } from '../../../../src/simulator/market/random.ts';
import { marbles } from '../../../support/marbles.ts';
import { type Call, dialAs, limitOrder } from '../../support/dial.ts';

const [trader] = demoUsers;
const orders = 360;
/** What the naive client waits for a reply, and then again before it looks. */
const [limit, pause] = [500, 1_000];

const after = (time: number, act: () => void): void => void asyncScheduler.schedule(act, time);

/**
 * A client that sends an order and, where no reply has come, looks for it once, a second later, then sends it again.
 * It asks for what it takes at once, so that no rule about ids of open orders can save it.
 */
const sendNaively = (exchange: Exchange, ClientOrderId: number): void => {
  const order = { ...limitOrder(0, '100.00', '0.01'), TimeInForce: 3, ClientOrderId };
  const call = dialAs(exchange, trader);
  const sent = call.send('SendOrder', order);
  const look = (): void => {
    const again: Call = dialAs(exchange, trader);
    const found = again.ask('GetOrdersHistory', { OMSId: 1, AccountId: 7, ClientOrderId });
    if ((found as readonly unknown[]).length === 0) again.send('SendOrder', order);
  };
  after(limit, () => {
    if (call.answerTo(sent) === undefined) after(pause, look);
  });
};

/** How many orders there are at the exchange twice, when each was to be there once. */
const doubled = (disturb: (exchange: Exchange, random: Random) => void): number => {
  const exchange = createExchange();
  const random = createRandom(1);
  marbles(({ flush }) => {
    exchange.market.sendOrder(limitOrder(1, '100.00', '1000', 8));
    for (let index = 1; index <= orders; index += 1) {
      after(index * 10_000, () => {
        disturb(exchange, random);
        sendNaively(exchange, index);
      });
    }
    flush();
  });
  const times = new Map<unknown, number>();
  for (const { ClientOrderId } of exchange.orders(7)) {
    times.set(ClientOrderId, (times.get(ClientOrderId) ?? 0) + 1);
  }
  exchange.close();
  expect(times.size).toBe(orders);
  return [...times.values()].filter((count) => count > 1).length;
};

const threeInTen = (random: Random): boolean => random.below(10) < 3;
const lasts = 10;

describe('a client that looks once after a lost reply, then sends again', () => {
  it('doubles no order while every order that arrives arrives at once', () => {
    const lossy = doubled((exchange, random) => {
      if (!threeInTen(random)) return;
      const on = { frame: 1, name: 'SendOrder', when: 'carriedOut' } as const;
      exchange.play({ lasts, faults: [{ does: 'drop', on }] });
    });

    expect(lossy).toBe(0);
  });

  it('doubles no order that is swallowed', () => {
    const swallowed = doubled((exchange, random) => {
      if (!threeInTen(random)) return;
      exchange.play({ lasts, faults: [{ does: 'swallow', name: 'SendOrder', lasts }] });
    });

    expect(swallowed).toBe(0);
  });

  it('doubles orders where 3 in 10 reach the market 0.2 to 4.2 s late', () => {
    const late = doubled((exchange, random) => {
      if (!threeInTen(random)) return;
      const by = 200 + random.below(4_000);
      exchange.play({ lasts, faults: [{ does: 'late', name: 'SendOrder', by, lasts }] });
    });

    expect(late).toBeGreaterThan(20);
  });
});
