import { config, NEVER, of, throwError, timer } from 'rxjs';
import { ConnectionLost } from '../../src/errors.ts';
import { holdEngine } from '../../src/orders/engineOf.ts';
import { wasSent } from '../../src/orders/isOurs.ts';
import { addCell, endedLife, send } from '../../src/orders/place.ts';
import { createResolve } from '../../src/orders/resolve.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';
import { answering, session } from './support/scripted.ts';

type Session = ReturnType<typeof session>;
const placed = { ClientOrderId: 66_001, isGiven: true, remaining: 1, resolve: createResolve() };

/** What is told of an order that is sent so. */
const sent = (reply$: Parameters<typeof send>[3], act: (one: Session) => void = () => undefined) => {
  const tags: string[] = [];
  const found: string[] = [];
  marbles(({ flush }) => {
    const one = session(answering({ GetOrdersHistory: () => twins }), 2_000);
    one.client.error$.subscribe(({ message }) => found.push(message));
    const { engine, keep } = holdEngine(one.client, 7);
    keep();
    const cell = addCell(engine, placed);
    cell.life$.subscribe(({ _tag, OrderId = 0 }) => tags.push(`${_tag} ${OrderId}`));
    send(engine, cell, 'SendOrder', reply$);
    timer(10).subscribe(() => act(one));
    flush();
  });
  return { tags, found };
};
const twins = [order({ OrderId: 9, ClientOrderId: 66_001 }), order({ OrderId: 8, ClientOrderId: 66_001 })];

describe('send', () => {
  it('tells that it was sent first, though the reply comes in the same call, and remembers that it was', () => {
    expect(sent(of({ status: 'Accepted', OrderId: 9 })).tags.slice(0, 2)).toEqual(['Sent 0', 'Accepted 9']);
    expect(wasSent(7, 66_001)).toBe(true);
  });

  it('does not say that it was sent where nothing has left', () => {
    expect(sent(throwError(() => new ConnectionLost('SendOrder', false, 'gone'))).tags).toEqual([
      'NotSent 0',
    ]);
  });

  it('looks for it where the answer is lost, takes the later of two with the id, and reports that there are two', () => {
    const { tags, found } = sent(throwError(() => new ConnectionLost('SendOrder', true, 'gone')));
    expect(tags.slice(0, 3)).toEqual(['Sent 0', 'Unknown 0', 'Working 9']);
    expect(found).toEqual([expect.stringContaining('one of 2 orders with the id 66001')]);
  });

  it('looks for it where what sends it fails in a way that nobody knows, which is thrown on', () => {
    const onUnhandledError = jest.fn();
    config.onUnhandledError = onUnhandledError;
    const { tags } = sent(throwError(() => new Error('a defect')));
    config.onUnhandledError = null;
    expect(tags.slice(0, 3)).toEqual(['Sent 0', 'Unknown 0', 'Working 9']);
    expect(onUnhandledError).toHaveBeenCalledTimes(1);
  });

  it('takes an event for the answer', () => {
    const { tags } = sent(NEVER, ({ pushOrder }) => pushOrder({ OrderId: 9, ClientOrderId: 66_001 }));
    expect(tags).toEqual(['Sent 0', 'Working 9', 'Unresolved 9']);
  });
});

describe('addCell', () => {
  it('knows which orders had the id before, and takes none of them for its own', () => {
    marbles(({ flush }) => {
      const { client } = session(answering({ GetOpenOrders: () => twins }), 20);
      const { engine } = holdEngine(client, 7);
      expect([...(addCell(engine, placed).life().rivals?.known ?? [])]).toEqual([8, 9]);
      expect(addCell(engine, { ...placed, isGiven: false }).life().rivals).toBeUndefined();
      flush();
    });
  });
});

describe('endedLife', () => {
  it('is an order that was not sent, for a reason', () => {
    expect(endedLife(5, 2, 'no link')).toMatchObject({
      _tag: 'NotSent',
      isFinal: true,
      ClientOrderId: 5,
      remaining: 2,
      executed: 0,
      reason: 'no link',
    });
  });
});
