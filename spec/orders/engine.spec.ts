import { type ClientError, ConnectionLost } from '../../src/errors.ts';
import { createEngine, isOwnId } from '../../src/orders/engine.ts';
import { createIds, idsOfProcess } from '../../src/orders/ids.ts';
import { noteSent } from '../../src/orders/isOurs.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { order, trade } from './support/order.ts';

const setUp = () => {
  const client = connect(scriptedExchange());
  const reported: ClientError[] = [];
  client.error$.subscribe((error) => reported.push(error));
  const engine = createEngine(client, 70);
  const state = (given: Parameters<typeof order>[0]): void =>
    engine.take({
      _tag: 'Event',
      event: { _tag: 'OrderStateEvent', payload: order({ Account: 70, ...given }) },
    });
  const fill = (given: Parameters<typeof trade>[0]): void =>
    engine.take({ _tag: 'Event', event: { _tag: 'OrderTradeEvent', payload: trade(given) } });
  const end = (): void => {
    engine.life.unsubscribe();
    client.close();
  };
  return { client, engine, reported, state, fill, end };
};

describe('an engine', () => {
  it('tells every change of the account, every fill once, and when it can be asked', () => {
    const { engine, state, fill, end } = setUp();
    const log: unknown[] = [];
    engine.account$.subscribe({ next: ({ open }) => log.push(open.size), complete: () => log.push('end') });
    engine.fill$.subscribe(({ _tag, trade: { TradeId } }) => log.push([_tag, TradeId]));
    state({});
    state({});
    fill({ TradeId: 3 });
    fill({ TradeId: 3 });
    end();
    expect(log).toEqual([1, 1, ['Fill', 3], 'end']);
  });

  it('tells why it cannot be had, each time that it is tried', () => {
    const { engine, end } = setUp();
    const causes: unknown[] = [];
    engine.account$.subscribe(({ cause }) => causes.push(cause?.message));
    for (const why of ['first', 'second'])
      engine.take({ _tag: 'Lost', cause: new ConnectionLost('SubscribeAccountEvents', false, why) });
    end();
    expect(causes).toEqual([expect.stringContaining('first'), expect.stringContaining('second')]);
  });

  it('knows that the exchange has told of an id of ours, and gives no id below it any more', () => {
    const { engine, state, end } = setUp();
    state({ ClientOrderId: 12 });
    expect(engine.hasEchoed()).toBe(false);
    const ahead = createIds({ idTag: 6, now: () => Date.now() + 3_600_000 })();
    engine.tags.add(6);
    state({ OrderId: 2, ClientOrderId: ahead });
    expect(engine.hasEchoed()).toBe(true);
    expect(idsOfProcess(6)()).toBeGreaterThan(ahead);
    end();
  });

  it('takes for its own what this process has sent, and the ids of the tags that were given', () => {
    const { engine, end } = setUp();
    const id = createIds({ idTag: 5 })();
    noteSent(70, 4_712);
    expect([4_712, 4_713, id].map((one) => isOwnId(engine, one))).toEqual([true, false, false]);
    engine.tags.add(5);
    expect(isOwnId(engine, id)).toBe(true);
    end();
  });

  it('reports two ends of one order that cannot both be true, once each time they are told', () => {
    const { reported, state, end } = setUp();
    state({ OrderState: 'Canceled' });
    state({ OrderState: 'Expired' });
    expect(reported.map(({ _tag }) => _tag)).toEqual(['Contradiction']);
    end();
  });

  it('reports an end once that the exchange disproves with another, though the order was followed', () => {
    const { engine, reported, state, end } = setUp();
    engine.routes.remove({ ClientOrderId: 8 } as never, {
      tag: 'Canceled',
      ClientOrderId: 8,
      OrderId: 32,
      rivals: undefined,
    });
    state({ OrderId: 32, ClientOrderId: 8, OrderState: 'Canceled' });
    state({ OrderId: 32, ClientOrderId: 8, OrderState: 'FullyExecuted', QuantityExecuted: 1, Quantity: 0 });
    expect(reported.map(({ message }) => message)).toEqual([
      expect.stringContaining('the exchange said Canceled, 0 executed, and says FullyExecuted, 1 executed'),
    ]);
    end();
  });

  it('reports an end that was told and that the exchange disproves', () => {
    const { engine, reported, state, end } = setUp();
    const cell = { ClientOrderId: 8 } as never;
    engine.routes.add(cell);
    engine.routes.remove(cell, { tag: 'NotFound', ClientOrderId: 8, OrderId: undefined, rivals: undefined });
    state({ OrderId: 31, ClientOrderId: 8 });
    state({ OrderId: 31, ClientOrderId: 8, QuantityExecuted: 0.5, Quantity: 0.5 });
    expect(reported.map(({ message }) => message)).toEqual([expect.stringContaining('it was NotFound')]);
    end();
  });
});
