import fc from 'fast-check';
import { createQueue, type Overflow } from '../../src/flow/queue.ts';

const full = new Error('full');
const queueOf = (limit: number, overflow: Overflow) => {
  const queue = createQueue<number>(limit, overflow, () => full);
  // The first one is on its way to the work.
  queue.admit(0);
  queue.take();
  return queue;
};
const drained = (queue: ReturnType<typeof queueOf>): readonly number[] =>
  Array.from({ length: queue.size() }, () => queue.take());

describe('a queue', () => {
  it('gives the first come first', () => {
    const queue = queueOf(3, 'error');
    expect([1, 2, 3].map(queue.admit)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(drained(queue)).toEqual([1, 2, 3]);
    expect(() => queue.take()).toThrow(new RangeError('nothing waits'));
  });

  it.each<[Overflow, readonly number[]]>([
    ['dropOldest', [3, 4]],
    ['dropNewest', [1, 2]],
  ])('beyond its limit gives one up: %s', (overflow, left) => {
    const queue = queueOf(2, overflow);
    expect([1, 2, 3, 4].map(queue.admit)).toEqual(['waiting', 'waiting', 'dropped', 'dropped']);
    expect(drained(queue)).toEqual(left);
  });

  it('beyond its limit throws where that is an error', () => {
    const queue = queueOf(1, 'error');
    queue.admit(1);
    expect(() => queue.admit(2)).toThrow(full);
    expect(drained(queue)).toEqual([1]);
  });

  it.each<Overflow>(['dropOldest', 'dropNewest'])('of limit 0 lets nothing wait: %s', (overflow) => {
    const queue = queueOf(0, overflow);
    expect([queue.admit(1), queue.size()]).toEqual(['dropped', 0]);
  });

  it('takes the very first value whatever its limit is, and one only', () => {
    const queue = createQueue<number>(0, 'dropNewest', () => full);
    expect([queue.admit(1), queue.admit(2)]).toEqual(['waiting', 'dropped']);
    expect(drained(queue)).toEqual([1]);
  });

  it('does what an array does, whatever comes and goes', () => {
    const steps = fc.array(fc.oneof(fc.integer(), fc.constant('take' as const)), { maxLength: 200 });
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom<Overflow>('dropOldest', 'dropNewest'),
        (script, limit, overflow) => {
          const queue = queueOf(limit, overflow);
          const model: number[] = [];
          for (const step of script) {
            if (step === 'take') {
              if (model.length > 0) expect(queue.take()).toBe(model.shift());
            } else {
              const isFull = model.length === limit;
              expect(queue.admit(step)).toBe(isFull ? 'dropped' : 'waiting');
              if (!isFull) model.push(step);
              else if (overflow === 'dropOldest') model.splice(0, model.length, ...model.slice(1), step);
            }
            expect(queue.size()).toBe(model.length);
          }
          expect(drained(queue)).toEqual(model);
        },
      ),
    );
  });
});
