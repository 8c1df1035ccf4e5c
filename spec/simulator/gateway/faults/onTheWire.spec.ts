import { asyncScheduler } from 'rxjs';
import { createExchange, demoUsers, type Exchange, type Fault } from '../../../../src/simulator/index.ts';
import { marbles } from '../../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder } from '../../support/dial.ts';

const [trader] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };
const book = { OMSId: 1, InstrumentId: 1, Depth: 10 };
const buy = limitOrder(0, '100.00', '1');

interface Scene {
  readonly exchange: Exchange;
  readonly call: Call;
  readonly at: (time: number, act: () => void) => void;
}

type Told = Readonly<Record<string, unknown>>;

/** Plays a fault, from the first moment until 1,000 ms are over, to the trader, who listens to the account. */
const play = (fault: Fault, scene: (scene: Scene) => void): void => {
  marbles(({ flush }) => {
    const exchange = createExchange();
    const call = dialAs(exchange, trader);
    call.ask('SubscribeAccountEvents', own);
    exchange.play({ lasts: 1_000, faults: [fault] });
    scene({ exchange, call, at: (time, act) => void asyncScheduler.schedule(act, time) });
    flush();
    exchange.close();
  });
};

const accepted = ({ exchange }: Scene, accountId = 7): number => exchange.orderCount(accountId);
const namesOf = ({ frames }: Call): readonly string[] => frames.map(({ name }) => name);
const orderEvents = (call: Call): readonly string[] =>
  namesOf(call).filter((name) => name === 'OrderStateEvent' || name === 'OrderTradeEvent');
const statesOf = (reply: unknown): readonly unknown[] =>
  (reply as readonly Told[]).map(({ OrderState }) => OrderState);
const ticksIn = (texts: readonly unknown[]): readonly string[] =>
  texts.map((text) => /"LastUpdatedTimeTicks":(\d+)/.exec(String(text))?.[1] ?? '');

describe('late', () => {
  const late: Fault = { does: 'late', name: 'SendOrder', by: 300, lasts: 100 };

  it('acts on a request later, and replies then', () => {
    play(late, (scene) => {
      const { call, at } = scene;
      let sent = 0;
      at(1, () => (sent = call.send('SendOrder', buy)));
      at(300, () => expect([accepted(scene), call.answerTo(sent)]).toEqual([0, undefined]));
      at(302, () => {
        expect(accepted(scene)).toBe(1);
        expect(call.answerTo(sent)).toMatchObject({ name: 'SendOrder' });
      });
    });
  });

  it('acts on it whether or not its connection lives, and tells others of it', () => {
    play(late, (scene) => {
      const { exchange, call, at } = scene;
      at(1, () => {
        call.send('SendOrder', buy);
        call.send('SendOrder', { ...buy, LimitPrice: '101.00' });
      });
      at(2, () => exchange.drop());
      const others: Call[] = [];
      at(3, () => {
        const other = dialAs(exchange, trader);
        other.ask('SubscribeAccountEvents', own);
        others.push(other);
      });
      at(302, () => {
        expect(accepted(scene)).toBe(2);
        expect(namesOf(call)).not.toContain('SendOrder');
        expect(others.map(orderEvents)).toEqual([['OrderStateEvent', 'OrderStateEvent']]);
      });
    });
  });

  it('lets later requests overtake, and those of other functions be', () => {
    play({ ...late, on: { frame: 1, name: 'SendOrder' }, lasts: 5 }, (scene) => {
      const { call, at } = scene;
      at(1, () => {
        call.send('SendOrder', buy);
        call.ask('Ping');
      });
      at(10, () =>
        expect(call.ask('SendOrder', { ...buy, LimitPrice: '99.00' })).toMatchObject({ OrderId: 1 }),
      );
      at(302, () => expect(accepted(scene)).toBe(2));
    });
  });

  it('leaves no stream behind for a connection that is gone', () => {
    play({ does: 'late', by: 300, lasts: 100 }, ({ exchange, call, at }) => {
      at(1, () => call.send('SubscribeLevel2', book));
      at(2, () => exchange.drop());
      at(302, () => {
        exchange.market.sendOrder(limitOrder(0, '100.00', '1', 8));
        expect(namesOf(call)).not.toContain('SubscribeLevel2');
      });
    });
  });

  it('is over with the exchange', () => {
    marbles(({ flush }) => {
      const exchange = createExchange();
      const call = dialAs(exchange, trader);
      exchange.begin({ does: 'late', by: 5_000 });
      call.send('Ping');
      exchange.close();
      flush();
      expect(asyncScheduler.now()).toBe(0);
    });
  });
});

describe('swallow', () => {
  it('never acts on a request, and never replies', () => {
    play({ does: 'swallow', name: 'sendorder', lasts: 100 }, (scene) => {
      const { call, at } = scene;
      at(1, () => {
        expect(call.ask('SendOrder', buy)).toBeUndefined();
        expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
      });
      at(900, () => expect([accepted(scene), call.ends]).toEqual([0, []]));
    });
  });
});

describe('lose', () => {
  it('loses every event of a name, and no other', () => {
    play({ does: 'lose', event: 'orderstateevent', lasts: 100 }, ({ call, at }) => {
      at(1, () => call.ask('SendOrder', buy));
      at(2, () => {
        expect(call.events('OrderStateEvent')).toEqual([]);
        expect(call.events('AccountPositionEvent')).toHaveLength(1);
        expect(call.ask('GetOpenOrders', own)).toHaveLength(1);
      });
      at(101, () => call.ask('CancelAllOrders', own));
      at(102, () => expect(call.events('OrderStateEvent')).toHaveLength(1));
    });
  });

  it('loses the nth alone, on each connection', () => {
    play({ does: 'lose', event: 'OrderStateEvent', nth: 2, lasts: 100 }, ({ exchange, call, at }) => {
      const other = dialAs(exchange, trader);
      at(1, () => call.ask('SendOrder', buy));
      at(2, () => {
        other.ask('SubscribeAccountEvents', own);
        call.ask('SendOrder', { ...buy, LimitPrice: '99.00' });
        call.ask('SendOrder', { ...buy, LimitPrice: '98.00' });
      });
      const ids = ({ events }: Call): readonly unknown[] =>
        events('OrderStateEvent').map((event) => (event as Told)['OrderId']);
      at(3, () => expect([ids(call), ids(other)]).toEqual([[1, 3], [2]]));
    });
  });
});

describe('repeat', () => {
  it('sends every event of a name twice', () => {
    play({ does: 'repeat', event: 'OrderStateEvent', lasts: 100 }, ({ call, at }) => {
      at(1, () => call.ask('SendOrder', buy));
      at(2, () => {
        const [first, second] = call.events('OrderStateEvent');
        expect(first).toEqual(second);
        expect(call.events('AccountPositionEvent')).toHaveLength(1);
      });
    });
  });
});

describe('swapFills', () => {
  const fill = ({ exchange, call }: Scene): readonly string[] => {
    exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
    call.ask('SendOrder', buy);
    return orderEvents(call);
  };
  const [state, trade] = ['OrderStateEvent', 'OrderTradeEvent'];

  it('tells the execution before the order that it changed', () => {
    play({ does: 'swapFills', lasts: 100 }, (scene) => {
      scene.at(1, () => expect(fill(scene)).toEqual([state, trade, state]));
    });
  });

  it('is not so without it', () => {
    play({ does: 'drop', after: 900 }, (scene) => {
      scene.at(1, () => expect(fill(scene)).toEqual([state, state, trade]));
    });
  });
});

describe('historyLag', () => {
  it('answers lists and histories as they were, and one order as it is', () => {
    play({ does: 'historyLag', by: 200, lasts: 900 }, ({ exchange, call, at }) => {
      const asked = (): readonly unknown[] => [
        statesOf(call.ask('GetOpenOrders', own)),
        statesOf(call.ask('GetOrdersHistory', own)),
        (call.ask('GetAccountTrades', own) as readonly unknown[]).length,
        statesOf(call.ask('GetOrderHistoryByOrderId', { OMSId: 1, OrderId: 1 })),
      ];
      at(100, () => call.ask('SendOrder', buy));
      at(301, () => {
        exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
        expect(asked()).toEqual([['Working'], ['Working'], 0, ['Working']]);
        expect(call.ask('GetOrderStatus', { ...own, OrderId: 1 })).toMatchObject({
          OrderState: 'FullyExecuted',
        });
      });
      at(502, () => expect(asked()).toEqual([[], ['FullyExecuted'], 1, ['FullyExecuted', 'Working']]));
      at(599, () => {
        call.ask('SendOrder', { ...buy, ClientOrderId: 5 });
        expect(call.ask('GetOrdersHistory', { ...own, ClientOrderId: 5 })).toEqual([]);
      });
      at(901, () => expect(call.ask('GetOrdersHistory', { ...own, ClientOrderId: 5 })).toHaveLength(1));
    });
  });
});

describe('noClientOrderId', () => {
  it('tells 0 in an execution, and the id in the order', () => {
    play({ does: 'noClientOrderId', lasts: 100 }, ({ exchange, call, at }) => {
      at(1, () => {
        exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
        call.ask('SendOrder', { ...buy, ClientOrderId: 77 });
        expect(call.events('OrderTradeEvent')).toMatchObject([{ ClientOrderId: 0, OrderId: 2 }]);
        expect(call.events('OrderStateEvent')).toMatchObject([{ ClientOrderId: 77 }, { ClientOrderId: 77 }]);
      });
    });
  });
});

describe('slowTicks', () => {
  it('gives versions equal ticks while time goes on, and never smaller ones', () => {
    play({ does: 'slowTicks', lasts: 100, after: 10 }, ({ call, at }) => {
      for (const [index, time] of [5, 20, 40, 60, 120].entries()) {
        at(time, () => call.ask('SendOrder', { ...buy, LimitPrice: `${90 + index}.00` }));
      }
      at(130, () => {
        const states = call.frames.filter(({ name }) => name === 'OrderStateEvent');
        const ticks = ticksIn(states.map(({ payload }) => payload));
        expect(ticks[1]).toBe(ticks[2]);
        expect(ticks[2]).toBe(ticks[3]);
        expect(new Set(ticks).size).toBe(3);
        expect([...ticks].sort()).toEqual(ticks);
        const times = call.events('OrderStateEvent').map((event) => (event as Told)['LastUpdatedTime']);
        expect(new Set(times).size).toBe(5);
      });
    });
  });
});

describe('ghost', () => {
  it('never tells that so many levels are gone; a snapshot tells the truth', () => {
    play({ does: 'ghost', levels: 1, lasts: 100 }, ({ exchange, call, at }) => {
      const { market } = exchange;
      at(1, () => {
        call.ask('SubscribeLevel2', book);
        for (const price of ['100.00', '99.00']) market.sendOrder(limitOrder(0, price, '1', 8));
      });
      const deletes = (): readonly unknown[] =>
        call
          .events('Level2UpdateEvent')
          .flat()
          .map((row) => row as readonly number[])
          .filter((row) => row[3] === 2)
          .map((row) => row[6]);
      at(2, () => market.cancelOrder({ OrderId: 1 }));
      at(3, () => market.cancelOrder({ OrderId: 2 }));
      at(4, () => {
        expect(deletes()).toEqual([99]);
        expect(call.ask('GetL2Snapshot', book)).toEqual([]);
      });
      at(200, () => market.sendOrder(limitOrder(0, '98.00', '1', 8)));
      at(201, () => expect(deletes()).toEqual([99]));
    });
  });
});

describe('crossed', () => {
  it('tells a bid above the best ask, then that it is gone; a snapshot tells the truth', () => {
    play({ does: 'crossed', after: 10, lasts: 50 }, ({ exchange, call, at }) => {
      exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
      call.ask('SubscribeLevel2', book);
      const rows = (): readonly unknown[] => call.events('Level2UpdateEvent').flat();
      const row = (action: number, size: number): unknown => {
        const any: unknown = expect.any(Number);
        return [any, size, any, action, 0, size, 100.01, 1, any, 0];
      };
      at(11, () => {
        expect(rows()).toEqual([row(0, 1)]);
        expect(call.ask('GetL2Snapshot', book)).toHaveLength(1);
      });
      at(61, () => expect(rows()).toEqual([row(0, 1), row(2, 0)]));
    });
  });

  it('ends with the level that there really is at its price', () => {
    play({ does: 'crossed', lasts: 50, after: 10 }, ({ exchange, call, at }) => {
      exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
      call.ask('SubscribeLevel2', book);
      at(20, () => exchange.market.cancelAllOrders({ accountIds: [8] }));
      at(21, () => exchange.market.sendOrder(limitOrder(0, '100.01', '3', 8)));
      at(61, () => {
        const last = call.events('Level2UpdateEvent').flat().at(-1) as readonly number[];
        expect([last[3], last[6], last[8], last[9]]).toEqual([0, 100.01, 3, 0]);
      });
    });
  });
});

describe('idReuse', () => {
  const twice = (call: Call): readonly unknown[] =>
    ['100.00', '99.00'].map(
      (LimitPrice) =>
        (call.ask('SendOrder', { ...buy, LimitPrice, ClientOrderId: 5 }) as { status: string }).status,
    );

  it('takes an id that another open order has', () => {
    play({ does: 'idReuse', lasts: 100 }, ({ call, at }) => {
      at(1, () => {
        expect(twice(call)).toEqual(['Accepted', 'Accepted']);
        expect(call.ask('GetOrdersHistory', { ...own, ClientOrderId: 5 })).toHaveLength(2);
      });
      at(2, () => {
        for (const left of [1, 0]) {
          expect(call.ask('CancelOrder', { ...own, ClOrderId: 5 })).toMatchObject({ result: true });
          expect(call.ask('GetOpenOrders', own)).toHaveLength(left);
        }
        expect(call.ask('CancelOrder', { ...own, ClOrderId: 5 })).toMatchObject({ errorcode: 104 });
      });
    });
  });

  it('is refused without it', () => {
    play({ does: 'drop', after: 900 }, ({ call, at }) => {
      at(1, () => expect(twice(call)).toEqual(['Accepted', 'Rejected']));
    });
  });
});

describe('by hand', () => {
  it('begins any kind until it is ended, and has any incident happen', () => {
    marbles(() => {
      const exchange = createExchange();
      const call = dial(exchange);
      const silent = exchange.begin({ does: 'swallow' });
      expect(call.ask('Ping')).toBeUndefined();
      const twice = exchange.begin({ does: 'swallow' });
      silent.unsubscribe();
      expect(call.ask('Ping')).toBeUndefined();
      twice.unsubscribe();
      expect(call.ask('Ping')).toEqual({ msg: 'PONG' });
      exchange.happen({ does: 'unknownEvent', name: 'NobodyKnowsEvent' });
      expect(call.events('NobodyKnowsEvent')).toEqual([{}]);
      exchange.close();
    });
  });
});
