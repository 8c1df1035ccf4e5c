import { newAccount } from '../../src/orders/account.ts';
import type { Cell } from '../../src/orders/cell.ts';
import type { Engine } from '../../src/orders/engine.ts';
import { createRoutes } from '../../src/orders/routes.ts';
import { unnamedSuccessor } from '../../src/orders/successor.ts';
import { takeVersions } from '../../src/orders/takeOrder.ts';
import { order } from './support/order.ts';

const old = order({ OrderId: 9, OrigOrderId: 9, ClientOrderId: 5, OrderState: 'Canceled' });

/** The id of what has taken the place of the old order, where the account knows another one as well. */
const found = (other: Parameters<typeof order>[0], followedAs?: number): unknown => {
  const [account] = takeVersions(newAccount(7, 0), [old, order({ OrigOrderId: 9, ...other })], 'event', 0);
  const routes = createRoutes();
  if (followedAs !== undefined) routes.bind({ ClientOrderId: followedAs } as Cell, other?.OrderId ?? 0);
  return unnamedSuccessor({ account: () => account, routes } as Engine, 9)?.OrderId;
};

describe('unnamedSuccessor', () => {
  it('is what has taken the place of an order without an id, or with the id of that', () => {
    expect(found({ OrderId: 10 })).toBe(10);
    expect(found({ OrderId: 10, OrderState: 'FullyExecuted' })).toBe(10);
    expect(found({ OrderId: 10, ClientOrderId: 5 })).toBe(10);
    expect(found({ OrderId: 10 }, 0)).toBe(10);
  });

  it('is nothing that has an id of its own, or that a reply has named, or that stands elsewhere', () => {
    expect(found({ OrderId: 10, ClientOrderId: 6 })).toBeUndefined();
    expect(found({ OrderId: 10 }, 6)).toBeUndefined();
    expect(found({ OrderId: 10, OrigOrderId: 8 })).toBeUndefined();
    expect(found({ OrderId: 10, OrigOrderId: 10 })).toBeUndefined();
  });
});
