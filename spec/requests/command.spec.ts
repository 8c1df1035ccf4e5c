import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { concat, map, NEVER, retry } from 'rxjs';
import { inner } from '../../src/connection/inner.ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { AbortError, type ClientError, GatewayError, LateReply, RequestTimeout } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { command } from '../../src/requests/command.ts';
import { exchange as exchange$ } from '../../src/requests/exchange.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const Order = endpoint({
  name: 'Order',
  request: t.type({ ClientOrderId: t.number }),
  reply: t.type({ OrderId: t.number }),
  isCommand: true,
});
const Cancel = endpoint({
  name: 'Cancel',
  request: t.type({ OrderId: t.number }),
  reply: t.string,
  isCommand: true,
  isRepeatable: () => true,
});
const LogIn = endpoint({ name: 'LogIn', request: t.unknown, reply: t.unknown });
const order = call(Order, { ClientOrderId: 9 });
const cancel = call(Cancel, { OrderId: 5 });
const done = { OrderId: 5 };
const no = { result: false, errormsg: 'No', errorcode: 101 };

const given = () => {
  const exchange = scriptedExchange();
  const client = connect(exchange);
  const errors: ClientError[] = [];
  client.error$.subscribe((error) => errors.push(error));
  const order$ = (signal?: AbortSignal) => command(client, order, client[inner], signal);
  const cancel$ = () => command(client, cancel, client[inner], undefined);
  return { exchange, client, errors, order$, cancel$ };
};

describe('a late reply to a command', () => {
  it('is told on error$ after its time limit, decoded, until the socket ends', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, order$ } = given();
      cold('150ms r').subscribe(() => exchange.reply('Order', done));

      expectObservable(order$()).toBe('100ms #', undefined, new RequestTimeout('Order', true, 100));
      expectObservable(client.error$, '^ 300ms !').toBe('150ms l', {
        l: new LateReply('Order', { sequence: 2, ids: { ClientOrderId: 9 }, late: 50 }, E.right(done)),
      });
      flush();
    });
  });

  it('is told when its caller has unsubscribed, and is the outcome for whoever subscribes later', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, errors, order$ } = given();
      const sent$ = order$();
      cold('-----r').subscribe(() => exchange.reply('Order', done));

      expectObservable(sent$, '^-!').toBe('');
      expectObservable(sent$, '-------^').toBe('-------(d|)', { d: done });
      flush();
      expect(errors).toEqual([
        new LateReply('Order', { sequence: 2, ids: { ClientOrderId: 9 }, late: 3 }, E.right(done)),
      ]);
      expect(errors[0]).toMatchObject({ reply: done });
    });
  });

  it('is told with the refusal that it is', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, errors, order$ } = given();
      cold('---r').subscribe(() => exchange.reply('Order', no));

      expectObservable(order$(), '^-!').toBe('');
      flush();
      const refusal = new GatewayError('Order', { code: 101, errormsg: 'No', detail: null });
      expect(errors).toEqual([
        new LateReply('Order', { sequence: 2, ids: { ClientOrderId: 9 }, late: 1 }, E.left(refusal)),
      ]);
    });
  });

  it('is none while anybody waits, and none when the reply comes while it is being sent', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, errors, order$ } = given();
      const shared$ = order$();
      cold('---r').subscribe(() => exchange.reply('Order', done));
      cold('-----s').subscribe(() => exchange.script({ answer: () => done }));

      expectObservable(shared$, '^-!').toBe('');
      expectObservable(shared$).toBe('---(d|)', { d: done });
      expectObservable(order$(), '------^').toBe('------(d|)', { d: done });
      flush();
      expect(errors).toEqual([]);
    });
  });
});

describe('a repeatable command', () => {
  it('is sent again by a subscription made after it was refused or is in doubt', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, cancel$ } = given();
      const repeated$ = cancel$();
      cold('--r').subscribe(() => exchange.reply('Cancel', no));
      cold('110ms r').subscribe(() => exchange.reply('Cancel', 'done'));

      const refusal = new GatewayError('Cancel', { code: 101, errormsg: 'No', detail: null });
      expectObservable(repeated$).toBe('--#', undefined, refusal);
      expectObservable(repeated$, '---^').toBe('103ms #', undefined, new RequestTimeout('Cancel', true, 100));
      expectObservable(repeated$, '105ms ^').toBe('110ms (d|)', { d: 'done' });
      flush();
      expect(exchange.names()).toEqual(['Cancel', 'Cancel', 'Cancel']);
    });
  });

  it('is sent again by retry, once for all who share it', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, cancel$ } = given();
      const retried$ = cancel$().pipe(retry(1));
      cold('110ms r').subscribe(() => exchange.reply('Cancel', 'done'));

      expectObservable(retried$).toBe('110ms (d|)', { d: 'done' });
      expectObservable(retried$).toBe('110ms (d|)', { d: 'done' });
      flush();
      expect(exchange.names()).toEqual(['Cancel', 'Cancel']);
    });
  });

  it('is not sent again after a success, nor while it is under way', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, cancel$ } = given();
      const once$ = cancel$();
      cold('---r').subscribe(() => exchange.reply('Cancel', 'done'));

      expectObservable(once$).toBe('---(d|)', { d: 'done' });
      expectObservable(once$, '-^').toBe('---(d|)', { d: 'done' });
      expectObservable(once$, '-----^').toBe('-----(d|)', { d: 'done' });
      flush();
      expect(exchange.names()).toEqual(['Cancel']);
    });
  });
});

describe('any other command', () => {
  it('is sent at most once, whatever came of it', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, order$ } = given();
      const once$ = order$();
      cold('--r').subscribe(() => exchange.reply('Order', no));
      const refusal = new GatewayError('Order', { code: 101, errormsg: 'No', detail: null });

      expectObservable(once$.pipe(retry(3))).toBe('--#', undefined, refusal);
      flush();
      expect(exchange.names()).toEqual(['Order']);
    });
  });

  it('is not asked again where the exchange has forgotten the login: its caller is refused, the next is known', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange, {
      authenticate: (socket, terms) =>
        concat(exchange$(socket, call(LogIn, {}), terms).pipe(map(() => socket)), NEVER),
    });
    client.state$.subscribe();
    exchange.reply('LogIn', true);
    const outcomes: unknown[] = [];
    const send = (): void =>
      void command(client, order, client[inner], undefined).subscribe({
        next: (reply) => outcomes.push(reply),
        error: (error: unknown) => outcomes.push((error as Error).name),
      });
    send();
    exchange.reply('Order', 'Endpoint Not Found', MessageType.Error);
    exchange.reply('LogIn', true);
    send();
    exchange.reply('Order', done);

    expect(outcomes).toEqual(['GatewayError', done]);
    expect(exchange.names()).toEqual(['LogIn', 'Order', 'LogIn', 'Order']);
    client.close();
  });

  it('is not sent where its signal is aborted before, and answered late where it is aborted after', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, errors, order$ } = given();
      const control = new AbortController();
      cold('--a').subscribe(() => control.abort('left'));
      cold('----r').subscribe(() => exchange.reply('Order', done));

      expectObservable(order$(AbortSignal.abort('left'))).toBe(
        '#',
        undefined,
        new AbortError('Order', false, 'left'),
      );
      expectObservable(order$(control.signal)).toBe('--#', undefined, new AbortError('Order', true, 'left'));
      flush();
      expect(exchange.names()).toEqual(['Order']);
      expect(errors.map(({ _tag }) => _tag)).toEqual(['LateReply']);
    });
  });
});
