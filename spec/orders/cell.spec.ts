import { createCell } from '../../src/orders/cell.ts';
import { newLife, type OrderLife } from '../../src/orders/life.ts';
import { createOneByOne } from '../../src/orders/oneByOne.ts';
import { createResolve } from '../../src/orders/resolve.ts';
import { emptyStanding } from '../../src/orders/standing.ts';
import { ConnectionLost } from '../../src/errors.ts';
import { marbles } from '../support/marbles.ts';
import { order } from './support/order.ts';

const setUp = () => {
  const log: string[] = [];
  const cell = createCell({
    AccountId: 7,
    ClientOrderId: 5,
    life: newLife(5, 1, { at: 0, isOn: true }),
    context: () => ({ resolve: createResolve(), hasEchoed: true }),
    perform: (ask) => log.push(ask._tag === 'Look' ? `look ${ask.asked}` : ask._tag),
    changed: (one, before) => log.push(`${before._tag} to ${one.life().shown._tag}`),
    inTurn: createOneByOne(),
  });
  return { cell, log };
};
const told = (given: Parameters<typeof order>[0]) =>
  ({
    _tag: 'Told',
    standing: { ...emptyStanding, order: order({ OrderId: 9, ...given }) },
    how: 'event',
  }) as const;

describe('a cell', () => {
  it('tells how it stands, whoever comes later the last of it, and completes with what is final', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { cell } = setUp();
      const tags: OrderLife['_tag'][] = [];
      cold('bwc').subscribe((letter) => {
        if (letter === 'b') cell.begin();
        else cell.take(told(letter === 'w' ? {} : { OrderState: 'Canceled' }));
      });
      cell.life$.subscribe(({ _tag }) => tags.push(_tag));
      const isFinal = { a: expect.objectContaining({ _tag: 'Canceled', isFinal: true }) as unknown };
      expectObservable(cell.life$, '---^').toBe('---(a|)', isFinal);
      flush();
      expect(tags).toEqual(['Sent', 'Working', 'Canceled']);
    });
  });

  it('says what has changed before it tells of it, and has its asks performed when their time has come', () => {
    marbles(({ cold, flush }) => {
      const { cell, log } = setUp();
      cold('600ms e').subscribe(() => cell.take({ _tag: 'Closed', reason: 'over' }));
      cell.life$.subscribe(({ _tag }) => log.push(`tell ${_tag}`));
      cell.take({ _tag: 'Doubt', reason: new ConnectionLost('SendOrder', true, 'gone') });
      flush();
      expect(log).toEqual([
        ...['Sent to Unknown', 'tell Unknown', 'look history'],
        ...['Unknown to Unresolved', 'tell Unresolved'],
      ]);
    });
  });
});
