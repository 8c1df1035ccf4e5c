import * as t from 'io-ts';
import { catchError, map } from 'rxjs';
import { endpoint } from '../../src/endpoint.ts';
import {
  ConnectionLost,
  DecodeError,
  GatewayError,
  InvalidRequest,
  RequestTimeout,
  TransportError,
} from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { overFor } from '../../src/requests/overFor.ts';
import { explained } from '../../src/requests/explained.ts';
import { request$ } from '../../src/requests/request.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const Add = endpoint({
  name: 'Add',
  request: t.type({ a: t.number, b: t.number }),
  reply: t.type({ sum: t.number }),
});
const Order = endpoint({
  name: 'Order',
  request: t.type({ id: t.number }),
  reply: t.type({ status: t.string }),
  isCommand: true,
});
const three = { sum: 3 };
const dropped = new TransportError('dropped');
const done = { status: 'Accepted' };

describe('request$', () => {
  it('emits a reply that comes synchronously, and completes', () => {
    marbles(({ expectObservable, flush }) => {
      const exchange = scriptedExchange({ answer: () => three });
      const client = connect(exchange);

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe('(r|)', { r: three });

      flush();
      expect(exchange.received).toEqual([
        { type: MessageType.Request, sequence: 2, name: 'Add', payload: { a: 1, b: 2 } },
      ]);
      client.close();
    });
  });

  it('emits a reply that comes later', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);

      const replies = cold('--r').subscribe(() => exchange.reply('Add', three));
      const expected = '    --(r|)';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(expected, { r: three });
      replies.add(() => client.close());
    });
  });

  it('numbers the requests of a socket 2, 4, 6 and begins anew on the next', () => {
    const exchange = scriptedExchange({ answer: () => three });
    marbles(({ cold, flush }) => {
      const client = connect(exchange);
      const ask = () => request$(client, Add, { a: 1, b: 2 }).subscribe();

      cold('aaad------a').subscribe((step) => (step === 'a' ? ask() : exchange.drop()));

      flush();
      expect(exchange.received.map(({ sequence }) => sequence)).toEqual([2, 4, 6, 2]);
      client.close();
    });
  });

  it('matches replies that come in another order to their requests', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const sums: unknown[] = [];
    request$(client, Add, { a: 1, b: 0 }).subscribe((sum) => sums.push(['first', sum]));
    request$(client, Add, { a: 2, b: 0 }).subscribe((sum) => sums.push(['second', sum]));

    exchange.push({ type: MessageType.Reply, sequence: 4, name: 'Add', payload: { sum: 2 } });
    exchange.push({ type: MessageType.Reply, sequence: 2, name: 'add', payload: { sum: 1 } });

    expect(sums).toEqual([
      ['second', { sum: 2 }],
      ['first', { sum: 1 }],
    ]);
    client.close();
  });

  it('is not settled by an event that carries its number', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);

      cold('-e').subscribe(() => exchange.push({ sequence: 2, name: 'Add', payload: three }));
      cold('---r').subscribe(() => exchange.reply('Add', { sum: 4 }));
      const expected = '---(r|)';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(expected, { r: { sum: 4 } });
    });
  });

  it('errors when the exchange refuses in any of its ways', () => {
    const ways = [
      [MessageType.Error, 'Endpoint Not Found', undefined, 'Endpoint Not Found', null],
      [
        MessageType.Error,
        { result: false, errormsg: 'Bad', errorcode: 102, detail: 'why' },
        102,
        'Bad',
        'why',
      ],
      [MessageType.Reply, { result: false, errormsg: 'Gone', errorcode: 104 }, 104, 'Gone', null],
      [
        MessageType.Reply,
        { result: 'false', errormsg: 'New', errorcode: 7331, detail: null },
        7331,
        'New',
        null,
      ],
      [
        MessageType.Reply,
        { result: false, errormsg: 'Busy', errorcode: 107, detail: null },
        107,
        'Busy',
        null,
      ],
    ] as const;
    for (const [type, payload, code, errormsg, detail] of ways) {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const errors: unknown[] = [];
      request$(client, Add, { a: 1, b: 2 }).subscribe({ error: (error: unknown) => errors.push(error) });

      exchange.reply('Add', payload, type);

      expect(errors).toEqual([
        explained(new GatewayError('Add', { code, errormsg, detail }), { hasLogin: false }),
      ]);
      client.close();
    }
  });

  it('takes code 107 as a success where the codec can hold it', () => {
    const Cancel = endpoint({
      name: 'Cancel',
      request: t.type({}),
      reply: t.type({ result: t.boolean, errorcode: t.number }),
    });
    const inProcess = { result: false, errormsg: 'Operation In Process', errorcode: 107 };
    const client = connect(scriptedExchange({ answer: () => inProcess }));
    const replies: unknown[] = [];
    request$(client, Cancel, {}).subscribe((reply) => replies.push(reply));

    expect(replies).toEqual([inProcess]);
    client.close();
  });

  it('errors when the reply is not what the codec says, naming the place', () => {
    const client = connect(scriptedExchange({ answer: () => ({ sum: 'three' }) }));
    const errors: unknown[] = [];
    request$(client, Add, { a: 1, b: 2 }).subscribe({ error: (error: unknown) => errors.push(error) });

    expect(errors).toEqual([new DecodeError('Add', [{ path: 'sum', expected: 'number', found: '"three"' }])]);
    client.close();
  });

  it('errors, and never throws, when a codec or a reader of the caller throws', () => {
    const fail = (): never => {
      throw new Error('a bug of the caller');
    };
    const broken = [
      { ...Add, read: fail },
      { ...Add, reply: { ...Add.reply, decode: fail } as unknown as typeof Add.reply },
      { ...Add, write: fail },
    ];
    const errors: unknown[] = [];
    for (const endpoint of broken) {
      const client = connect(scriptedExchange({ answer: () => three }));
      request$(client, endpoint, { a: 1, b: 2 }).subscribe({
        error: (error: unknown) => {
          const { _tag, message } = error as DecodeError;
          errors.push([_tag, message.includes('a bug of the caller')]);
        },
      });
      client.close();
    }

    expect(errors).toEqual([
      ['DecodeError', true],
      ['DecodeError', true],
      ['InvalidRequest', true],
    ]);
  });

  it('errors before anything is sent when the parameters are no good', () => {
    const exchange = scriptedExchange({ answer: () => three });
    const client = connect(exchange);
    const errors: unknown[] = [];
    const bad = { a: 1 } as { a: number; b: number };
    request$(client, Add, bad).subscribe({ error: (error: unknown) => errors.push(error) });

    expect(errors).toEqual([
      new InvalidRequest('Add', [{ path: 'b', expected: 'number', found: 'undefined' }]),
    ]);
    expect(exchange.sockets()).toBe(0);
  });

  it('errors at the time limit and says that it was sent', () => {
    marbles(({ expectObservable }) => {
      const client = connect(scriptedExchange());

      const expected = '100ms #';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(
        expected,
        undefined,
        new RequestTimeout('Add', true, 100),
      );
    });
  });

  it('passes over a reply that comes after the time limit', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);

      cold('150ms r').subscribe(() => exchange.reply('Add', three));
      const expected = '100ms #';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(
        expected,
        undefined,
        new RequestTimeout('Add', true, 100),
      );
      expectObservable(client.error$, '^ 200ms !').toBe('');
    });
  });

  it('takes a time limit of its own', () => {
    marbles(({ expectObservable }) => {
      const client = connect(scriptedExchange());

      const expected = '7ms #';

      expectObservable(request$(client, Add, { a: 1, b: 2 }, { timeout: 7 })).toBe(
        expected,
        undefined,
        new RequestTimeout('Add', true, 7),
      );
    });
  });

  it('errors at once when the socket is lost mid-flight, before the loss is announced', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const log: unknown[] = [];
    client.state$.subscribe(({ _tag }) => log.push(_tag));
    request$(client, Add, { a: 1, b: 2 }).subscribe({ error: (error: unknown) => log.push(error) });

    exchange.drop();

    expect(log).toEqual([
      'Connecting',
      'Open',
      new ConnectionLost('Add', true, 'the connection was lost', dropped),
      'Waiting',
    ]);
    client.close();
  });

  it('is in doubt where the transport throws instead of sending, and a command is not sent again', () => {
    marbles(({ expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const bug = new Error('no buffer left');
      let tries = 0;
      const send = (): void => {
        tries += 1;
        throw bug;
      };
      const client = connect({
        ...exchange,
        transport: (url) => exchange.transport(url).pipe(map((wire) => ({ ...wire, send }))),
      });
      const cause = new TransportError('The transport failed: no buffer left', { cause: bug });
      const order$ = request$(client, Order, { id: 1 });

      expectObservable(order$).toBe(
        '#',
        {},
        new ConnectionLost('Order', true, 'the connection was lost', cause),
      );
      flush();
      order$.subscribe({ error: () => undefined });
      expect(tries).toBe(1);
      client.close();
    });
  });

  it('waits for the next socket when it is asked inside the handler of the loss, where a command fails unsent', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ answer: ({ name }) => (name === 'Order' ? undefined : three) });
      const client = connect(exchange);
      const query$ = request$(client, Add, { a: 1, b: 2 });
      const other$ = request$(client, Order, { id: 2 });

      cold('---d').subscribe(() => exchange.drop());
      const lost$ = request$(client, Order, { id: 1 });

      expectObservable(lost$.pipe(catchError(() => query$))).toBe('--------(r|)', { r: three });
      expectObservable(lost$.pipe(catchError(() => other$))).toBe(
        '---#',
        undefined,
        new ConnectionLost('Order', false, 'the connection is lost at present'),
      );
      flush();
      expect(exchange.names()).toEqual(['Order', 'Add']);
    });
  });

  it('sends a query on the next socket when there is none, within its time limit', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ opens: false, answer: () => three });
      const client = connect(exchange);

      cold('---d').subscribe(() => exchange.drop());
      cold('----------a').subscribe(() => exchange.accept());
      const expected = '----------(r|)';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(expected, { r: three });
      flush();
      expect(exchange.names()).toEqual(['Add']);
    });
  });

  it('counts the wait for the connection into the time limit', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);

      cold('60ms a').subscribe(() => exchange.accept());
      const sent = '   100ms #';
      const unsent = ' 40ms #';

      expectObservable(request$(client, Add, { a: 1, b: 2 })).toBe(
        sent,
        undefined,
        new RequestTimeout('Add', true, 100),
      );
      expectObservable(request$(client, Add, { a: 1, b: 2 }, { timeout: 40 })).toBe(
        unsent,
        undefined,
        new RequestTimeout('Add', false, 40),
      );
    });
  });

  it('sends nothing when unsubscribed before the socket opens', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);

      cold('----a').subscribe(() => exchange.accept());
      const unsub = '   --!';
      const expected = '---';

      expectObservable(request$(client, Add, { a: 1, b: 2 }), unsub).toBe(expected);
      flush();
      expect(exchange.received).toEqual([]);
    });
  });

  it('takes the reply in silence when unsubscribed after it was sent', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);

      cold('----r').subscribe(() => exchange.reply('Add', three));
      const unsub = '   --!';
      const expected = '---';

      expectObservable(request$(client, Add, { a: 1, b: 2 }), unsub).toBe(expected);
      expectObservable(client.error$, '------!').toBe('');
      flush();
      expect(exchange.names()).toEqual(['Add']);
    });
  });

  it('errors when the client is closed: unsent, in flight and afterwards', () => {
    const sent = scriptedExchange();
    const client = connect(sent);
    const errors: unknown[] = [];
    const ask = () =>
      request$(client, Add, { a: 1, b: 2 }).subscribe({ error: (error: unknown) => errors.push(error) });
    ask();
    client.close();
    ask();
    const unsent = connect(scriptedExchange({ opens: false }));
    request$(unsent, Add, { a: 1, b: 2 }).subscribe({ error: (error: unknown) => errors.push(error) });
    unsent.close();

    expect(errors).toEqual([
      new ConnectionLost('Add', true, 'the connection was lost'),
      overFor('Add', undefined),
      overFor('Add', undefined),
    ]);
    expect(sent.open()).toBe(0);
  });

  it('asks anew for every subscription of a query', () => {
    const exchange = scriptedExchange({ answer: () => three });
    const client = connect(exchange);
    const asked$ = request$(client, Add, { a: 1, b: 2 });
    asked$.subscribe();
    asked$.subscribe();

    expect(exchange.names()).toEqual(['Add', 'Add']);
    client.close();
  });
});

describe('request$ of a command', () => {
  it('sends once however often it is subscribed to, and gives everybody the outcome', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const order$ = request$(client, Order, { id: 1 });

      cold('---r').subscribe(() => exchange.reply('Order', done));
      const early = '    ---(r|)';
      const late = '     -----(r|)';

      expectObservable(order$).toBe(early, { r: done });
      expectObservable(order$).toBe(early, { r: done });
      expectObservable(order$, '-----^').toBe(late, { r: done });
      flush();
      expect(exchange.names()).toEqual(['Order']);
    });
  });

  it('does not send again when retried after a time limit or a loss', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const slow$ = request$(client, Order, { id: 1 });
      const lost$ = request$(client, Order, { id: 2 });

      cold('3ms d').subscribe(() => exchange.drop());

      expectObservable(lost$).toBe(
        '3ms #',
        undefined,
        new ConnectionLost('Order', true, 'the connection was lost', dropped),
      );
      expectObservable(lost$, '20ms ^').toBe(
        '20ms #',
        undefined,
        new ConnectionLost('Order', true, 'the connection was lost', dropped),
      );
      expectObservable(slow$, '10ms ^').toBe('110ms #', undefined, new RequestTimeout('Order', true, 100));
      expectObservable(slow$, '150ms ^').toBe('150ms #', undefined, new RequestTimeout('Order', true, 100));
      flush();
      expect(exchange.received.map(({ payload }) => payload)).toEqual([{ id: 2 }, { id: 1 }]);
    });
  });

  it('goes on waiting for its outcome when unsubscribed after it was sent', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);
      const order$ = request$(client, Order, { id: 1 });

      cold('----r').subscribe(() => exchange.reply('Order', done));

      expectObservable(order$, '  --!').toBe('---');
      expectObservable(order$, '------^').toBe('------(r|)', { r: done });
      flush();
      expect(exchange.names()).toEqual(['Order']);
    });
  });

  it('rides the first opening, but fails at once and unsent while a lost connection is being restored', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);
      const first$ = request$(client, Order, { id: 1 });
      const unsent = (why: string) => new ConnectionLost('Order', false, why, dropped);

      cold('--a').subscribe(() => exchange.accept());
      cold('----r').subscribe(() => exchange.reply('Order', done));
      cold('------d').subscribe(() => exchange.drop());

      expectObservable(first$).toBe('----(r|)', { r: done });
      expectObservable(request$(client, Order, { id: 2 }), '-------^').toBe(
        '-------#',
        undefined,
        expect.objectContaining({ _tag: 'ConnectionLost', sent: false }) as unknown,
      );
      expectObservable(request$(client, Order, { id: 3 }), '12ms ^').toBe(
        '12ms #',
        undefined,
        unsent('the connection is being restored'),
      );
      flush();
      expect(exchange.received.map(({ payload }) => payload)).toEqual([{ id: 1 }]);
    });
  });

  it('is sent after all when tried again after it could not be sent', () => {
    const exchange = scriptedExchange({ opens: false, answer: () => done });
    const client = connect(exchange);
    const order$ = request$(client, Order, { id: 1 });
    const outcomes: unknown[] = [];
    const observer = {
      next: (reply: unknown) => outcomes.push(reply),
      error: (error: unknown) => outcomes.push((error as ConnectionLost).sent),
    };
    order$.subscribe(observer);
    exchange.drop();
    expect(outcomes).toEqual([false]);
    client.close();

    const again = connect(scriptedExchange({ answer: () => done }));
    request$(again, Order, { id: 1 }).subscribe(observer);
    expect(outcomes).toEqual([false, done]);
    again.close();
  });
});
