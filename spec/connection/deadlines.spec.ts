import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import * as fc from 'fast-check';
import { asyncScheduler } from 'rxjs';
import { createDeadlines } from '../../src/connection/deadlines.ts';
import { marbles } from '../support/marbles.ts';

const tcpPair = async (): Promise<readonly [Socket, Socket]> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [writer] = (await once(server, 'connection')) as [Socket];
  server.close();
  return [reader, writer];
};

describe('createDeadlines', () => {
  afterEach(() => jest.useRealTimers());

  it('calls each time limit when it ends, in order', () => {
    marbles(({ flush }) => {
      const deadlines = createDeadlines();
      const ended: [string, number][] = [];
      for (const [name, limit] of Object.entries({ b: 20, a: 10, d: 30, c: 20, now: 0 })) {
        deadlines.arm(deadlines.now(), limit, () => ended.push([name, asyncScheduler.now()]));
      }

      flush();
      expect(ended).toEqual([
        ['now', 0],
        ['a', 10],
        ['b', 20],
        ['c', 20],
        ['d', 30],
      ]);
    });
  });

  it('counts from when it is told, not from when it is armed', () => {
    marbles(({ cold, flush }) => {
      const deadlines = createDeadlines();
      const ended: number[] = [];
      cold('6ms a').subscribe(() => deadlines.arm(0, 10, () => ended.push(asyncScheduler.now())));

      flush();
      expect(ended).toEqual([10]);
    });
  });

  it('never calls what was disarmed, also from inside another', () => {
    marbles(({ flush }) => {
      const deadlines = createDeadlines();
      const ended: string[] = [];
      const disarmFirst = deadlines.arm(0, 10, () => ended.push('first'));
      deadlines.arm(0, 10, () => disarmThird());
      const disarmThird = deadlines.arm(0, 10, () => ended.push('third'));
      disarmFirst();
      disarmFirst();

      flush();
      expect(ended).toEqual([]);
    });
  });

  it('runs one timer whatever their number, and none for what is answered in time', () => {
    jest.useFakeTimers();
    const deadlines = createDeadlines();
    for (let request = 0; request < 1_000; request++) {
      deadlines.arm(deadlines.now(), 10_000, () => undefined)();
      deadlines.arm(deadlines.now(), 10_000, () => undefined);
    }

    expect(jest.getTimerCount()).toBe(1);
    deadlines.clear();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('has forgotten what was cleared, also where that is disarmed afterwards', () => {
    marbles(({ flush }) => {
      const deadlines = createDeadlines();
      const ended: string[] = [];
      const early = ['a', 'b', 'c'].map((name) => deadlines.arm(0, 10, () => ended.push(name)));
      deadlines.clear();
      for (const disarm of early) disarm();
      deadlines.arm(0, 10, () => ended.push('later'));

      flush();
      expect(ended).toEqual(['later']);
    });
  });

  it('ends a time limit that is no number at once, and is not held up by it', () => {
    marbles(({ flush }) => {
      const deadlines = createDeadlines();
      const ended: [string, number][] = [];
      for (const [name, limit] of Object.entries({ none: NaN, ever: Infinity, some: 10 })) {
        deadlines.arm(0, limit, () => ended.push([name, asyncScheduler.now()]));
      }
      asyncScheduler.schedule(() => deadlines.clear(), 20);

      flush();
      expect(ended).toEqual([
        ['none', 0],
        ['some', 10],
      ]);
    });
  });

  it('can wait longer than a platform timer counts', () => {
    jest.useFakeTimers();
    const deadlines = createDeadlines();
    let ended = 0;
    deadlines.arm(deadlines.now(), 2 ** 32, () => (ended += 1));

    jest.advanceTimersByTime(2 ** 31);
    expect(ended).toBe(0);
    jest.advanceTimersByTime(2 ** 31);
    expect(ended).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stands still while it is held, for what was armed before and for what is armed meanwhile', () => {
    marbles(({ cold, flush }) => {
      const deadlines = createDeadlines();
      const ended: [string, number][] = [];
      const arm = (name: string, limit: number) =>
        deadlines.arm(deadlines.now(), limit, () => ended.push([name, asyncScheduler.now()]));
      arm('before', 10);
      let release = (): void => undefined;
      cold('----h--m-----------------r').subscribe((at) => {
        if (at === 'h') release = deadlines.hold();
        if (at === 'm') arm('meanwhile', 3);
        if (at === 'r') release();
      });

      flush();
      expect(ended).toEqual([
        ['meanwhile', 28],
        ['before', 31],
      ]);
    });
  });

  it('holds no timer while it is held', () => {
    jest.useFakeTimers();
    const deadlines = createDeadlines();
    deadlines.arm(deadlines.now(), 10, () => undefined);
    const release = deadlines.hold();
    deadlines.arm(deadlines.now(), 5, () => undefined);
    expect(jest.getTimerCount()).toBe(0);

    release();
    expect(jest.getTimerCount()).toBe(1);
    deadlines.clear();
  });

  it('ends limits of all lengths in the order of their end, also those that it is late for', () => {
    marbles(({ flush }) => {
      const deadlines = createDeadlines();
      const ended: number[] = [];
      for (const limit of [30, 10, 20, 10, 30]) deadlines.arm(-100, limit, () => ended.push(limit));

      flush();
      expect(ended).toEqual([10, 10, 20, 30, 30]);
    });
  });

  it('reads first what has arrived, where the program was busy until after the limit', async () => {
    const deadlines = createDeadlines();
    const log: string[] = [];
    const [reader, writer] = await tcpPair();
    const disarm = deadlines.arm(deadlines.now(), 30, () => log.push('late'));
    reader.on('data', () => {
      log.push('answered');
      disarm();
    });
    writer.write('an answer');
    const end = performance.now() + 100;
    while (performance.now() < end);
    await once(reader, 'data');
    // Whatever was due before this one has ended when it has.
    await new Promise<void>((resolve) => void deadlines.arm(deadlines.now(), 0, resolve));
    reader.destroy();
    writer.destroy();

    expect(log).toEqual(['answered']);
    deadlines.clear();
  });

  it('costs to arm and take back the same with few and with many under way, with limits of two lengths in turn', () => {
    const costOf = (underWay: number): number => {
      const deadlines = createDeadlines();
      const arm = (each: number) =>
        deadlines.arm(deadlines.now(), each % 2 === 0 ? 60_000 : 90_000, () => undefined);
      for (let each = 0; each < underWay; each += 1) arm(each);
      const before = process.cpuUsage();
      for (let each = 0; each < 5_000; each += 1) arm(each)();
      const { user, system } = process.cpuUsage(before);
      deadlines.clear();
      return user + system;
    };
    // The least of some rounds, as a collection of garbage may come in between; a search would cost a hundred times more.
    const [few, many] = [200, 20_000].map((underWay) =>
      Math.min(...[1, 2, 3, 4].map(() => costOf(underWay))),
    );

    expect(many).toBeLessThan(15 * (few ?? 0));
  });

  it('agrees with a timer each, whatever is armed and disarmed when', () => {
    const action = fc.record({ at: fc.nat(40), limit: fc.nat(30), disarmAt: fc.option(fc.nat(60)) });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const deadlines = createDeadlines();
        const ended: [number, number][] = [];
        marbles(({ flush }) => {
          actions.forEach(({ at, limit, disarmAt }, index) => {
            asyncScheduler.schedule(() => {
              const disarm = deadlines.arm(at, limit, () => ended.push([index, asyncScheduler.now()]));
              if (disarmAt === null) return;
              asyncScheduler.schedule(disarm, Math.max(disarmAt - at, 0));
            }, at);
          });
          flush();
        });
        for (const [index, { at, limit, disarmAt }] of actions.entries()) {
          const end = ended.find(([which]) => which === index)?.[1];
          // What is disarmed in the very millisecond of its end may have ended first.
          if (disarmAt === null || disarmAt > at + limit) expect(end).toBe(at + limit);
          else if (Math.max(disarmAt, at) < at + limit) expect(end).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
