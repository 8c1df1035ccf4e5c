import { createCounters } from '../../src/flow/counters.ts';
import { createLanes, type Lane } from '../../src/flow/lanes.ts';
import { createSlot } from '../../src/flow/waiting.ts';

/** Values are keyed by their first letter; what is begun ends when the spec says so. */
const setUp = () => {
  const counters = createCounters();
  const begun: string[] = [];
  const running = new Map<string, Lane<string>>();
  let idle = 0;
  const lanes = createLanes<string>({
    counters,
    keyOf: (value) => value.charAt(0),
    createWaiting: () => createSlot('dropped', (_, newer) => newer),
    start: (value, lane) => {
      begun.push(value);
      running.set(value, lane);
    },
    onIdle: () => (idle += 1),
  });
  const finish = (value: string): void => {
    const lane = running.get(value);
    if (lane === undefined) throw new Error(`${value} was not begun`);
    lanes.finish(lane);
  };
  return { lanes, counters, begun, finish, idle: () => idle };
};

describe('lanes', () => {
  it('begin one value of each key, and the next when that is finished', () => {
    const { lanes, counters, begun, finish } = setUp();
    ['a1', 'b1', 'a2', 'a3', 'b2'].forEach(lanes.receive);
    expect(begun).toEqual(['a1', 'b1']);
    expect(counters).toMatchObject({ received: 5, started: 2, dropped: 1, waiting: 2 });

    finish('a1');
    expect(begun).toEqual(['a1', 'b1', 'a3']);
    expect(counters).toMatchObject({ received: 5, started: 3, dropped: 1, waiting: 1 });
  });

  it('are idle once no more values come and the last work is over', () => {
    const { lanes, finish, idle } = setUp();
    ['a1', 'a2', 'b1'].forEach(lanes.receive);
    lanes.close();
    finish('a1');
    finish('b1');
    expect(idle()).toBe(0);
    finish('a2');
    expect(idle()).toBe(1);
  });

  it('are idle at once where nothing is going on', () => {
    const { lanes, idle } = setUp();
    lanes.close();
    expect(idle()).toBe(1);
  });

  it('say since when they have been busy, of all keys together', () => {
    const { lanes, counters, finish } = setUp();
    lanes.receive('a1');
    const since = counters.busySince;
    lanes.receive('b1');
    finish('a1');
    expect([typeof since, counters.busySince]).toEqual(['number', since]);
    finish('b1');
    expect(counters.busySince).toBeUndefined();
  });

  it('give up what waits, and take and begin nothing any more', () => {
    const { lanes, counters, begun, finish, idle } = setUp();
    ['a1', 'a2', 'b1', 'b2'].forEach(lanes.receive);
    lanes.drop();
    lanes.receive('c1');
    finish('a1');
    lanes.drop();

    expect(begun).toEqual(['a1', 'b1']);
    expect(counters).toEqual({ ...createCounters(), received: 4, started: 2, dropped: 2 });
    expect(idle()).toBe(0);
  });

  it('count a value as dropped where its key cannot be told', () => {
    const counters = createCounters();
    const lanes = createLanes<string>({
      counters,
      keyOf: () => {
        throw new Error('no key');
      },
      createWaiting: () => createSlot('dropped', (_, newer) => newer),
      start: () => undefined,
      onIdle: () => undefined,
    });
    expect(() => lanes.receive('a')).toThrow(new Error('no key'));
    expect(counters).toEqual({ ...createCounters(), received: 1, dropped: 1 });
  });
});
