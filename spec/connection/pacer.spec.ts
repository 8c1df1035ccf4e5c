import * as fc from 'fast-check';
import { asyncScheduler, take } from 'rxjs';
import type { Pace } from '../../src/connection/pace.ts';
import { createPacer, type Held } from '../../src/connection/pacer.ts';
import { type ClientError, GatewayError, RequestTimeout } from '../../src/errors.ts';
import { marbles } from '../support/marbles.ts';

const tooFast = new GatewayError('Add', {
  code: 101,
  errormsg: 'Operation Failed',
  detail: 'Too many requests',
});

const setUp = (pace: Pace) => {
  const reports: ClientError[] = [];
  const pacer = createPacer(pace, (error) => reports.push(error));
  const sent: string[] = [];
  const ask = (name: string, held: Held = 'query') =>
    pacer
      .room$(held)
      .pipe(take(1))
      .subscribe(() => {
        pacer.count();
        sent.push(`${name} ${asyncScheduler.now()}`);
      });
  return { pacer, reports, sent, ask };
};

describe('createPacer', () => {
  afterEach(() => jest.useRealTimers());

  it('lets the burst go at once and the others one after another', () => {
    marbles(({ flush }) => {
      const { sent, ask } = setUp({ perSecond: 10, burst: 2 });
      ['a', 'b', 'c', 'd'].forEach((name) => ask(name));
      flush();
      expect(sent).toEqual(['a 0', 'b 0', 'c 100', 'd 200']);
    });
  });

  it('serves begins and queries in turn, each in the order of asking', () => {
    marbles(({ flush }) => {
      const { sent, ask } = setUp({ perSecond: 10 });
      ['a', 'b', 'c', 'd'].forEach((name) => ask(name));
      ['x', 'y'].forEach((name) => ask(name, 'begin'));
      flush();
      expect(sent.map(([name]) => name)).toEqual(['a', 'x', 'b', 'y', 'c', 'd']);
    });
  });

  it('has whoever may wait make up for what went without asking', () => {
    marbles(({ flush }) => {
      const { pacer, sent, ask } = setUp({ perSecond: 10, burst: 1 });
      for (let command = 0; command < 3; command++) pacer.count();
      ask('a');
      flush();
      expect(sent).toEqual(['a 300']);
    });
  });

  it('lets the next go where one has left the queue, or sends nothing', () => {
    marbles(({ flush }) => {
      const { pacer, sent, ask } = setUp({ perSecond: 10 });
      ask('a');
      ask('b').unsubscribe();
      pacer.room$('query').pipe(take(1)).subscribe();
      ask('c');
      flush();
      expect(sent).toEqual(['a 0', 'c 100']);
    });
  });

  it('has no room while somebody waits, so that nobody is overtaken', () => {
    marbles(({ flush }) => {
      const { pacer, ask } = setUp({ perSecond: 10, burst: 2 });
      expect(pacer.hasRoom()).toBe(true);
      ['a', 'b', 'c'].forEach((name) => ask(name));
      const seen: boolean[] = [];
      for (const at of [99, 101, 201]) asyncScheduler.schedule(() => seen.push(pacer.hasRoom()), at);
      flush();
      expect(seen).toEqual([false, false, true]);
    });
  });

  it('holds a timer while somebody waits, and none otherwise', () => {
    jest.useFakeTimers();
    const { ask } = setUp({ perSecond: 1e-9 });
    ask('a');
    expect(jest.getTimerCount()).toBe(0);
    const waiting = [ask('b'), ask('c')];
    expect(jest.getTimerCount()).toBe(1);
    waiting.forEach((one) => one.unsubscribe());
    expect(jest.getTimerCount()).toBe(0);
  });

  it('goes half as fast after a refusal for too many requests, empties the burst, and says so once', () => {
    marbles(({ flush }) => {
      const { pacer, reports, sent, ask } = setUp({ perSecond: 10, burst: 5 });
      pacer.heed(tooFast);
      pacer.heed(tooFast);
      pacer.heed(new RequestTimeout('Add', true, 5));
      ['a', 'b'].forEach((name) => ask(name));
      flush();
      expect(sent).toEqual(['a 200', 'b 400']);
      expect(reports.map(({ message }) => message)).toEqual([
        'Add was refused: Operation Failed (code 101): Too many requests. The client sends at most 5 a second from now on, and twice as many after each 10 s without such a refusal.',
      ]);
    });
  });

  it('never lets more than burst and so many a second go in any window that ends with one that was held', () => {
    const action = fc.record({ at: fc.nat(3_000), kind: fc.constantFrom('begin', 'query', 'command') });
    const pace = fc.record({
      perSecond: fc.integer({ min: 1, max: 40 }),
      burst: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(pace, fc.array(action, { maxLength: 40 }), (limit, actions) => {
        const sent: { readonly at: number; readonly isHeld: boolean }[] = [];
        marbles(({ flush }) => {
          const pacer = createPacer(limit, () => undefined);
          const send = (isHeld: boolean) => {
            pacer.count();
            sent.push({ at: asyncScheduler.now(), isHeld });
          };
          for (const { at, kind } of actions) {
            asyncScheduler.schedule(() => {
              if (kind === 'command') send(false);
              else
                pacer
                  .room$(kind)
                  .pipe(take(1))
                  .subscribe(() => send(true));
            }, at);
          }
          flush();
        });
        expect(sent).toHaveLength(actions.length);
        sent.forEach((last, end) => {
          if (!last.isHeld) return;
          sent.slice(0, end + 1).forEach((first, start) => {
            const most = limit.burst + (limit.perSecond * (last.at - first.at)) / 1_000;
            expect(end + 1 - start).toBeLessThanOrEqual(most + 1e-6);
          });
        });
      }),
    );
  });
});
