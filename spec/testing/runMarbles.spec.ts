import { asyncScheduler, interval, map, of, timer } from 'rxjs';
import { GetInstruments } from '../../src/endpoints/instrument/GetInstruments.ts';
import { Ping } from '../../src/endpoints/system/Ping.ts';
import { ConnectionLost, TransportError } from '../../src/errors.ts';
import { touch$ } from '../../src/market/book/touch.ts';
import { request$ } from '../../src/requests/request.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { Level1UpdateEvent } from '../../src/testing/events.ts';
import { runMarbles } from '../../src/testing/runMarbles.ts';
import { SubscribeLevel1 } from '../../src/topics/SubscribeLevel1.ts';

const summary = { OMSId: 1, InstrumentId: 1 };
const answer = ({ name }: { readonly name: string }): unknown =>
  ({ Ping: { msg: 'PONG' }, SubscribeLevel1: { ...summary, BestBid: 100 } })[name];
const pong = { msg: 'PONG' };

/** The message of what is thrown. */
const failure = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('runMarbles', () => {
  it.each([
    [
      { answers: {} },
      'answers should be left out, as the options are opens, answer, client, but is an object',
    ],
    [{ answer: 5 }, 'answer should be a function but is 5'],
    [{ client: 5 }, 'client should be an object of options but is 5'],
  ])('refuses options that cannot be meant, before it specifies anything: %j', (options, message) => {
    const specify = jest.fn();
    expect(() => runMarbles(specify, options as object)).toThrow(RangeError);
    expect(() => runMarbles(specify, options as object)).toThrow(
      `The options of runMarbles cannot be meant: ${message}`,
    );
    expect(specify).not.toHaveBeenCalled();
  });

  it('draws a session: what comes, what is done, and what is sent', () => {
    runMarbles(
      ({ client, exchange, act, expectObservable, expectSent }) => {
        const bid$ = subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(
          map(({ payload }) => payload.BestBid),
        );
        act('                      -----b---d', {
          b: () => exchange.push(Level1UpdateEvent, { ...summary, BestBid: 101 }),
          d: () => exchange.drop(),
        });
        expectObservable(bid$, '   ^ 39ms !').toBe('a----b--- 20ms a', { a: 100, b: 101 });
        expectSent('               s 28ms s 10ms u', {
          s: { name: 'SubscribeLevel1', payload: { InstrumentId: 1 } },
          u: 'UnsubscribeLevel1',
        });
      },
      { answer },
    );
  });

  it('expects what was sent before it was asked for, also after a flush', () => {
    runMarbles(
      ({ client, expectObservable, expectSent, flush }) => {
        expectObservable(request$(client, Ping, {})).toBe('(p|)', { p: pong });
        flush();
        expectSent('p', { p: 'Ping' });
      },
      { answer },
    );
  });

  it('closes the client, and takes options of it', () => {
    const states: string[] = [];
    runMarbles(
      ({ client, exchange, act, expectObservable }) => {
        client.state$.subscribe(({ _tag }) => states.push(_tag));
        act('--d', { d: () => exchange.drop() });
        const lost = new ConnectionLost(
          'GetInstruments',
          true,
          'the connection was lost',
          new TransportError('dropped'),
        );
        expectObservable(request$(client, GetInstruments, {})).toBe('--#', undefined, lost);
      },
      { client: { backoff: () => 5 } },
    );
    expect(states).toEqual(['Connecting', 'Open', 'Waiting', 'Connecting', 'Open', 'Closed']);
  });

  it('ends ten minutes after all that is drawn, where what is followed goes on for ever', () => {
    const times: number[] = [];
    runMarbles(({ act, expectObservable, hot }) => {
      interval(60_000).subscribe(() => times.push(asyncScheduler.now()));
      act('5m a', { a: () => times.push(asyncScheduler.now()) });
      expectObservable(hot('15m a')).toBe('15m a');
    });
    expect(times).toContain(300_000);
    expect(times.at(-1)).toBe(25 * 60_000);
  });

  it('takes three timers of one moment, one of which ends the others', () => {
    const told: string[] = [];
    runMarbles(() => {
      const repeated = interval(100).subscribe(() => told.push('repeated'));
      timer(200).subscribe(() => {
        told.push('ends');
        repeated.unsubscribe();
        late.unsubscribe();
      });
      const late = timer(200).subscribe(() => told.push('late'));
    });
    expect(told).toEqual(['repeated', 'repeated', 'ends']);
  });

  it('ends though a book is asked for again and again, and shows what came', () => {
    const said = failure(() =>
      runMarbles(({ client, expectObservable }) => {
        const status$ = touch$(client, { InstrumentId: 1 }).pipe(map(({ status }) => status));
        expectObservable(status$).toBe('l', { l: 'live' });
      }),
    );
    expect(said).toContain('"restoring"');
  });

  it('shows both diagrams, and what came at another time', () => {
    const said = failure(() =>
      runMarbles(({ cold, expectObservable }) => {
        expectObservable(cold('12ms (o|)', { o: 1 })).toBe('10ms (o|)', { o: 1 });
      }),
    );
    expect(said).toBe(
      [
        '1 of 1 expectation did not come true.',
        '',
        "1) expectObservable(…).toBe('10ms (o|)')",
        '  expected  10ms (o|)',
        '  came      12ms (o|)',
        '     at 10 ms: expected o|        came nothing',
        '     at 12 ms: expected nothing   came o|',
      ].join('\n'),
    );
  });

  it('shows in which fields a value differs, and gives it a letter of its own', () => {
    const order = { status: 'Accepted', fills: [{ price: '1.5' }], id: 12n };
    const said = failure(() =>
      runMarbles(({ expectObservable }) => {
        const came = { status: 'Rejected', fills: [{ price: '1.6' }], id: 12n };
        expectObservable(of(came)).toBe('(o|)', { o: order });
      }),
    );
    expect(said.split('\n').slice(3)).toEqual([
      '  expected  (o|)',
      '  came      (A|)',
      '     at 0 ms: expected o|   came A|',
      '     o (number 1)',
      '       status: expected "Accepted"   came "Rejected"',
      '       fills.0.price: expected "1.5"   came "1.6"',
      '     A = {"status":"Rejected","fills":[{"price":"1.6"}],"id":12}',
    ]);
  });

  it('shows what was not sent, and all that does not come true at once', () => {
    const said = failure(() =>
      runMarbles(
        ({ client, expectObservable, expectSent }) => {
          expectObservable(request$(client, Ping, {})).toBe('(p|)', { p: { msg: 'PING' } });
          expectObservable(of(1)).toBe('(a|)', { a: 1 });
          expectSent('(pg)', { p: 'Ping', g: { name: 'GetInstruments', payload: {} } });
        },
        { answer },
      ),
    );
    expect(said).toContain('2 of 3 expectations did not come true.');
    expect(said).toContain('       msg: expected "PING"   came "PONG"');
    expect(said).toContain("2) expectSent('(pg)')\n  expected  (pg)\n  came      p");
  });

  it('shows an error with its message, and no secret', () => {
    const said = failure(() =>
      runMarbles(({ cold, expectObservable }) => {
        const error = new Error('refused {"APIKey":"k-1"}');
        expectObservable(cold('--#', {}, error)).toBe('--#', undefined, new Error('refused'));
        expectObservable(of({ Password: 'secret-1' })).toBe('(a|)', { a: { Password: 'secret-2' } });
      }),
    );
    expect(said).toContain('message: expected "refused"');
    expect(said).not.toMatch(/k-1|secret-/);
  });

  it('is checked in the order of what is expected, whenever it is said', () => {
    const said = failure(() =>
      runMarbles(({ expectObservable }) => {
        const first = expectObservable(of(1));
        expectObservable(of(2)).toBe('(b|)', { b: 2 });
        first.toBe('(a|)', { a: 3 });
      }),
    );
    expect(said).toContain("1) expectObservable(…).toBe('(a|)')");
    expect(said).not.toContain('(b|)');
  });

  it('closes the client where the test itself fails, and throws that', () => {
    const states: string[] = [];
    const said = failure(() =>
      runMarbles(({ client }) => {
        client.state$.subscribe(({ _tag }) => states.push(_tag));
        throw new Error('a bug of the test');
      }),
    );
    expect(said).toBe('a bug of the test');
    expect(states.at(-1)).toBe('Closed');
  });

  it('expects subscriptions, and the same of another Observable', () => {
    const said = failure(() =>
      runMarbles(({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold('--a');
        expectObservable(source, '^---!').toEqual(cold('--a'));
        expectSubscriptions(source.subscriptions).toBe('^--!');
      }),
    );
    expect(said).toContain('1 of 2 expectations did not come true.');
    expect(said).toContain("expectSubscriptions(…).toBe('^--!')");
  });
});
