import { EMPTY } from 'rxjs';
import type { Cell } from '../../src/orders/cell.ts';
import { newLife } from '../../src/orders/life.ts';
import { type Rivals, rivalsOf } from '../../src/orders/rivals.ts';
import { createRoutes } from '../../src/orders/routes.ts';
import { order, trade } from './support/order.ts';

const cellOf = (ClientOrderId: number, given: Partial<Cell> = {}, rivals?: Rivals): Cell => ({
  AccountId: 7,
  ClientOrderId,
  life: () => newLife(ClientOrderId, 1, { at: 0, isOn: true, rivals }),
  life$: EMPTY,
  begin: () => undefined,
  take: () => undefined,
  ...given,
});

describe('routes', () => {
  it('find an order by the id that we gave until its own is known, and by that alone afterwards', () => {
    const routes = createRoutes();
    const cell = cellOf(5);
    routes.add(cell);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 5 }))).toEqual([cell]);
    expect(routes.ofFill(trade({ OrderId: 9, ClientOrderId: 5 }))).toEqual([cell]);

    routes.bind(cell, 9);
    expect(routes.ofVersion(order({ OrderId: 8, ClientOrderId: 5 }))).toEqual([]);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 0 }))).toEqual([cell]);
    expect(routes.ofClient(5)).toBe(cell);
  });

  it('bind an order anew where it was taken for another with its id', () => {
    const routes = createRoutes();
    const cell = cellOf(5);
    routes.add(cell);
    routes.bind(cell, 8);
    routes.bind(cell, 9);
    expect(routes.ofOrder(8)).toEqual([]);
    expect(routes.ofOrder(9)).toEqual([cell]);
  });

  it('give the later of two orders with one id what names no order, and neither what was there before', () => {
    const routes = createRoutes();
    const [first, second] = [cellOf(5), cellOf(5, {}, rivalsOf(new Set([8]), false))];
    routes.add(first);
    routes.add(second);
    expect(routes.ofClient(5)).toBe(second);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 5 }))).toEqual([second]);
    expect(routes.ofVersion(order({ OrderId: 8, ClientOrderId: 5 }))).toEqual([first]);
  });

  it('reach nothing that has ended, and remember the last thousand ends', () => {
    const routes = createRoutes();
    const cell = cellOf(5);
    routes.add(cell);
    routes.bind(cell, 9);
    const ended = { tag: 'Filled', ClientOrderId: 5, OrderId: 9, rivals: undefined } as const;
    routes.remove(cell, ended);
    expect(routes.ofOrder(9)).toEqual([]);
    expect(routes.all()).toEqual([]);
    expect(routes.ended(order({ OrderId: 9 }))).toBe(ended);

    for (let OrderId = 100; OrderId < 1_100; OrderId += 1)
      routes.remove(cellOf(OrderId), { tag: 'Filled', ClientOrderId: OrderId, OrderId, rivals: undefined });
    expect(routes.ended(order({ OrderId: 9 }))).toBeUndefined();
  });

  it('reach all who follow one order, whoever of them knew its id first', () => {
    const routes = createRoutes();
    const [sender, watcher] = [cellOf(5), cellOf(0)];
    routes.add(sender);
    routes.add(watcher);
    routes.bind(watcher, 9);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 5 }))).toEqual([watcher, sender]);
    expect(routes.ofVersion(order({ OrderId: 8, ClientOrderId: 5 }))).toEqual([sender]);

    routes.bind(sender, 9);
    expect(routes.ofOrder(9)).toEqual([watcher, sender]);
    expect([routes.isBound(watcher, 9), routes.isBound(sender, 9)]).toEqual([true, true]);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 5 }))).toEqual([watcher, sender]);
    routes.remove(watcher, { tag: 'Filled', ClientOrderId: 0, OrderId: 9, rivals: undefined });
    expect(routes.ofFill(trade({ OrderId: 9, ClientOrderId: 5 }))).toEqual([sender]);
  });

  it('take the later of two orders with one id for no sender of what the earlier one is', () => {
    const routes = createRoutes();
    const [first, second] = [cellOf(5), cellOf(5)];
    routes.add(first);
    routes.bind(first, 9);
    routes.add(second);
    expect(routes.ofVersion(order({ OrderId: 9, ClientOrderId: 5 }))).toEqual([first]);
  });
});
