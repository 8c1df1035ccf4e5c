import type { Connection } from '../../src/connection/connection.ts';
import { inner } from '../../src/connection/inner.ts';
import { type ClientError, ConnectionLost, GatewayError } from '../../src/errors.ts';
import { type Account, newAccount } from '../../src/orders/account.ts';
import type { Cell } from '../../src/orders/cell.ts';
import { newLife } from '../../src/orders/life.ts';
import { rivalsOf } from '../../src/orders/rivals.ts';
import { createRoutes } from '../../src/orders/routes.ts';
import { emptyStanding, withFill } from '../../src/orders/standing.ts';
import { takeVersion } from '../../src/orders/takeOrder.ts';
import { says, tellInput, tellOn, tellStanding } from '../../src/orders/telling.ts';
import { order, trade } from './support/order.ts';

const setUp = (isListDue = false) => {
  const inputs: unknown[] = [];
  const reported: string[] = [];
  const rivals = rivalsOf(new Set(), isListDue);
  const cell = {
    ClientOrderId: 5,
    life: () => newLife(5, 1, { at: 0, isOn: true, rivals }),
    take: (input: unknown) => inputs.push(input),
  } as unknown as Cell;
  const routes = createRoutes();
  routes.add(cell);
  const report = ({ message }: ClientError): number => reported.push(message);
  const connection = { [inner]: { report } } as unknown as Connection;
  const account: Account = newAccount(7, 0);
  const known = { connection, account: () => account, routes, inTurn: (work: () => void) => work() };
  return { cell, inputs, reported, routes, known };
};
const standing = { ...emptyStanding, order: order({ OrderId: 9, ClientOrderId: 5 }) };

describe('tellStanding', () => {
  it('tells who waits for the order by our id, who is found by its own from then on', () => {
    const { cell, inputs, known, routes } = setUp();
    tellStanding(known, 9, standing, 'event');
    expect(inputs).toEqual([{ _tag: 'Told', standing, how: 'event' }]);
    expect(routes.isBound(cell, 9)).toBe(true);
  });

  it('tells of a fill that comes before any version', () => {
    const { inputs, known } = setUp();
    const filled = withFill(emptyStanding, trade({ OrderId: 9, ClientOrderId: 5 }), {
      listedIn: 0,
      isTold: true,
    });
    tellStanding(known, 9, filled, 'event');
    expect(inputs).toEqual([{ _tag: 'Told', standing: filled, how: 'event' }]);
  });

  it('tells nobody of an order that may be another’s', () => {
    const { inputs, known } = setUp(true);
    tellStanding(known, 9, standing, 'event');
    const fill = trade({ OrderId: 9, ClientOrderId: 5 });
    tellStanding(known, 9, withFill(emptyStanding, fill, { listedIn: 0, isTold: true }), 'event');
    expect(inputs).toEqual([]);
  });

  it('reports once an end that is disproved, and not one that nobody could tell, nor of another’s order', () => {
    const { cell, known, reported, routes } = setUp();
    const end = { ClientOrderId: 5, OrderId: undefined, rivals: undefined };
    routes.remove(cell, { ...end, tag: 'Unresolved' });
    tellStanding(known, 9, standing, 'event');
    routes.remove(cell, { ...end, tag: 'NotFound', rivals: rivalsOf(new Set([9]), false) });
    tellStanding(known, 9, standing, 'event');
    expect(reported).toEqual([]);
    routes.remove(cell, { ...end, tag: 'NotFound' });
    tellStanding(known, 9, standing, 'event');
    tellStanding(known, 9, standing, 'event');
    expect(reported).toEqual([
      expect.stringContaining('it was NotFound, and the exchange says Working, 0 executed'),
    ]);
  });
});

describe('tellInput', () => {
  it('tells of a refusal whoever sent the order by its id', () => {
    const { inputs, known } = setUp();
    const payload = { AccountId: 7, ClientOrderId: 5, Status: 'Rejected', RejectReason: 'no' } as never;
    tellInput(known, { _tag: 'Event', event: { _tag: 'NewOrderRejectEvent', payload } });
    expect(inputs).toEqual([{ _tag: 'Refused', reason: 'no', how: 'event' }]);
  });

  it('tells all that the exchange refuses the account, and not that the link is lost', () => {
    const { inputs, known } = setUp();
    const reason = new GatewayError('SubscribeAccountEvents', { code: 20, errormsg: 'no', detail: null });
    tellInput(known, { _tag: 'Lost', cause: new ConnectionLost('SubscribeAccountEvents', true, 'gone') });
    tellInput(known, { _tag: 'Lost' });
    tellInput(known, { _tag: 'Lost', cause: reason });
    expect(inputs).toEqual([{ _tag: 'Unheard', reason }]);
  });

  it.each(['restore', 'audit'] as const)(
    'tells who waits for it what a list has with the id: to %s',
    (purpose) => {
      const { inputs, known } = setUp(true);
      const [account] = takeVersion(newAccount(7, 0), standing.order, 'event', 0);
      tellInput(
        { ...known, account: () => account },
        {
          _tag: 'Answered',
          question: { _tag: 'OpenOrders', purpose, round: 1, tries: 0 },
          answer: { _tag: 'OpenOrders', rows: [standing.order, order({ OrderId: 3 })], leftOut: 0 },
        },
      );
      expect(inputs).toEqual(purpose === 'restore' ? [{ _tag: 'Listed', ids: [9] }] : []);
    },
  );
});

describe('tellOn', () => {
  it('tells all whether the exchange can be asked', () => {
    const { cell, inputs } = setUp();
    tellOn([cell], true);
    expect(inputs).toEqual([{ _tag: 'On', isOn: true }]);
  });
});

describe('says', () => {
  it('says a version in words', () => {
    expect(says(order({ QuantityExecuted: 0.5 }))).toBe('Working, 0.5 executed');
  });
});
