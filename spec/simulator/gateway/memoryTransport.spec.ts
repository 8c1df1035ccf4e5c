import { ignoreElements, map, merge, type Observable, of, switchMap, tap, timer } from 'rxjs';
import { TransportError } from '../../../src/errors.ts';
import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import type { Wire } from '../../../src/transport/transport.ts';
import { marbles } from '../../support/marbles.ts';
import { type Call, dial, dialAs } from '../support/dial.ts';

const ping = '{"m":0,"i":2,"n":"Ping","o":"{}"}';
const pong = '{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}';
const dropped = new TransportError('The exchange dropped the connection', { code: 1006 });
const refused = new TransportError('The exchange refused the connection');

describe('the transport in memory', () => {
  let exchange: Exchange;
  beforeEach(() => {
    exchange = createExchange();
  });
  afterEach(() => exchange.close());

  it('is cold: each subscription is a connection of its own', () => {
    const [first, second] = [dialAs(exchange, demoUsers[0]), dial(exchange)];

    expect(first.ask('GetUserAccounts', { OMSId: 1 })).toEqual([7]);
    expect(second.ask('GetUserAccounts', { OMSId: 1 })).toBe('Endpoint Not Found');
  });

  it('opens within the subscription, and answers within send', () => {
    const heard: unknown[] = [];
    const connection = exchange.transport('').subscribe((wire) => {
      wire.message$.subscribe((text) => heard.push(text));
      wire.send(ping);
      heard.push('sent');
    });
    connection.unsubscribe();

    expect(heard).toEqual([pong, 'sent']);
  });

  it('hands one message over after another, whatever the receiver does with it', () => {
    const heard: string[] = [];
    const connection = exchange.transport('').subscribe((wire) => {
      wire.message$.subscribe((text) => {
        const sequence = Number(/"i":(\d+)/.exec(String(text))?.[1]);
        heard.push(`begin ${sequence}`);
        if (sequence < 3) wire.send(ping.replace('2', String(sequence + 1)));
        heard.push(`end ${sequence}`);
      });
      wire.send(ping.replace('2', '1'));
    });
    connection.unsubscribe();

    expect(heard).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('ends a dropped socket silently, then the transport with an error', () => {
    const call = dial(exchange);
    exchange.drop();

    expect(call.ends).toEqual(['silent', dropped]);
    call.wire.send(ping);
    expect(call.frames).toEqual([]);
  });

  it.each(['close', 'terminate'] as const)('completes after %s, and says nothing more', (how) => {
    const call = dial(exchange);
    call.wire[how]();
    call.wire[how]();
    call.wire.send(ping);
    exchange.push('{"m":3,"i":2,"n":"Late","o":"{}"}');

    expect(call.ends).toEqual(['silent', 'complete']);
    expect(call.frames).toEqual([]);
    expect(exchange.received).toEqual([]);
  });

  it('closes the connection when it is unsubscribed', () => {
    const call = dial(exchange);
    call.subscription.unsubscribe();
    exchange.push('{"m":3,"i":2,"n":"Late","o":"{}"}');

    expect(call.ends).toEqual(['silent']);
    expect(call.frames).toEqual([]);
  });

  it('forgets login and subscriptions with the socket', () => {
    const first = dialAs(exchange, demoUsers[0]);
    first.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 });
    exchange.drop();
    const second = dial(exchange);

    expect(second.ask('GetUserAccounts', { OMSId: 1 })).toBe('Endpoint Not Found');
    expect(second.ask('SubscribeLevel1', { OMSId: 1, InstrumentId: 1 })).toMatchObject({ InstrumentId: 1 });
    exchange.drop();
    expect(dial(exchange).ask('SubscribeLevel1', { OMSId: 1, InstrumentId: 1 })).toMatchObject({
      InstrumentId: 1,
    });
  });

  describe('with latency', () => {
    it('takes it to open, to answer and to close', () => {
      marbles(({ expectObservable }) => {
        const slow = createExchange({ latency: 3 });
        const heard$ = slow.transport('').pipe(
          switchMap((wire) =>
            merge(
              of('o'),
              wire.message$.pipe(
                tap(() => wire.close()),
                map(() => 'r'),
              ),
              timer(1).pipe(
                tap(() => wire.send(ping)),
                ignoreElements(),
              ),
            ),
          ),
        );

        expectObservable(heard$).toBe('---o---r--|');
      });
    });

    it('takes it to be refused', () => {
      marbles(({ expectObservable }) => {
        const slow = createExchange({ latency: 3 });
        slow.refuse();

        expectObservable(slow.transport('')).toBe('---#', undefined, refused);
      });
    });

    it('gives up opening when it is unsubscribed', () => {
      marbles(({ expectObservable, flush }) => {
        const slow = createExchange({ latency: 3 });
        slow.refuse(1);
        expectObservable(slow.transport(''), '--!').toBe('---');
        flush();

        expect(slow.admit()).toBe(false);
      });
    });

    it('loses what was under way when the socket drops', () => {
      marbles(({ flush }) => {
        const slow = createExchange({ latency: 3 });
        const calls: Call[] = [dial(slow)];
        timer(4).subscribe(() => calls[0]?.send('Ping'));
        timer(6).subscribe(() => slow.drop());
        flush();

        expect(calls[0]?.frames).toEqual([]);
        expect(calls[0]?.ends).toEqual(['silent', dropped]);
        expect(slow.received).toHaveLength(1);
      });
    });
  });

  it('does not end a half-open socket at a close, but after half a minute', () => {
    marbles(({ expectObservable }) => {
      const closing = (mute: boolean): Observable<Wire> => {
        const quiet = createExchange();
        return quiet.transport('').pipe(
          tap((wire) => {
            if (mute) quiet.mute();
            wire.close();
          }),
          ignoreElements(),
        );
      };

      expectObservable(closing(false)).toBe('|');
      expectObservable(closing(true)).toBe('30s |');
    });
  });

  it('is refused as often as was said, then let in', () => {
    exchange.refuse(2);
    const calls = [dial(exchange), dial(exchange), dial(exchange)];

    expect(calls.map(({ ends }) => ends)).toEqual([[refused], [refused], []]);
  });

  it('is refused until that is taken back', () => {
    exchange.refuse();
    const calls = [dial(exchange), dial(exchange)];
    exchange.accept();

    expect([...calls, dial(exchange)].map(({ ends }) => ends)).toEqual([[refused], [refused], []]);
  });

  it('is used up when the exchange closes', () => {
    const call = dial(exchange);
    exchange.close();

    expect(call.ends).toEqual([
      'silent',
      new TransportError('The exchange dropped the connection', { code: 1001 }),
    ]);
    exchange.accept();
    expect(dial(exchange).ends).toEqual([refused]);
  });
});
