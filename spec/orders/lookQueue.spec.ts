import { asyncScheduler } from 'rxjs';
import { createLookQueue, lookQueueOf } from '../../src/orders/lookQueue.ts';
import { connect } from '../support/connect.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { marbles } from '../support/marbles.ts';

describe('a queue of looks', () => {
  it('lets one go at once and the others at its pace, the smallest rank first', () => {
    marbles(({ cold, flush }) => {
      const queue = createLookQueue(10);
      const log: string[] = [];
      const look = (name: string, rank: number): void =>
        queue.run(rank, () => log.push(`${name} ${asyncScheduler.now()}`));
      cold('abc').subscribe((name) => look(name, name === 'c' ? 1 : 2));
      cold('50ms d').subscribe((name) => look(name, 5));
      flush();
      expect(log).toEqual(['a 0', 'c 10', 'b 20', 'd 50']);
    });
  });

  it('forgets what waits, and holds no timer then', () => {
    marbles(({ cold, flush }) => {
      const queue = createLookQueue(10);
      const log: string[] = [];
      cold('ab').subscribe((name) => queue.run(1, () => log.push(name)));
      cold('--c').subscribe(queue.clear);
      flush();
      expect([log, asyncScheduler.now()]).toEqual([['a'], 2]);
    });
  });

  it('is one for all copies of a client', () => {
    const client = connect(scriptedExchange());
    expect(lookQueueOf({ ...client })).toBe(lookQueueOf(client));
    expect(lookQueueOf(connect(scriptedExchange()))).not.toBe(lookQueueOf(client));
  });
});
