import * as t from 'io-ts';
import { concat, map, NEVER } from 'rxjs';
import { inner } from '../../src/connection/inner.ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { exchange as exchange$ } from '../../src/requests/exchange.ts';
import { AbortError, GatewayError, RequestTimeout } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { query } from '../../src/requests/query.ts';
import { type ScriptedExchange, scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { explained } from '../../src/requests/explained.ts';
import { marbles } from '../support/marbles.ts';

const add = call(endpoint({ name: 'Add', request: t.unknown, reply: t.number }), {});
const LogIn = endpoint({ name: 'LogIn', request: t.unknown, reply: t.unknown });
const stranger = new GatewayError('Add', { code: undefined, errormsg: 'Endpoint Not Found', detail: null });

/** A client that logs in, and an exchange that answers the first login at once. */
const loggedIn = (exchange: ScriptedExchange) => {
  const client = connect(exchange, {
    authenticate: (socket, terms) =>
      concat(exchange$(socket, call(LogIn, {}), terms).pipe(map(() => socket)), NEVER),
  });
  client.state$.subscribe();
  exchange.reply('LogIn', true);
  const refuse = (): void => exchange.reply('Add', 'Endpoint Not Found', MessageType.Error);
  const add$ = (signal?: AbortSignal) => query(client, add, client[inner], signal);
  return { client, refuse, add$ };
};

describe('a query', () => {
  it('is asked again after a fresh login where the exchange has forgotten the old one', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const { refuse, add$ } = loggedIn(exchange);
      cold('-r').subscribe(refuse);
      cold('---l').subscribe(() => exchange.reply('LogIn', true));
      cold('-----a').subscribe(() => exchange.reply('Add', 3));

      expectObservable(add$()).toBe('-----(s|)', { s: 3 });
      flush();
      expect(exchange.names()).toEqual(['LogIn', 'Add', 'LogIn', 'Add']);
    });
  });

  it('shares one fresh login with all that are refused at once', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const { add$ } = loggedIn(exchange);
      const refuseAll = (): void =>
        [4, 6, 8].forEach((sequence) =>
          exchange.push({ type: MessageType.Error, sequence, name: 'Add', payload: 'Endpoint Not Found' }),
        );
      cold('-r').subscribe(refuseAll);
      cold('---l').subscribe(() => {
        exchange.script({ answer: () => 3 });
        exchange.reply('LogIn', true);
      });

      for (let i = 0; i < 3; i++) expectObservable(add$()).toBe('---(s|)', { s: 3 });
      flush();
      expect(exchange.names().filter((name) => name === 'LogIn')).toHaveLength(2);
    });
  });

  it('is refused truly where the fresh login does not help, and brings no other', () => {
    marbles(({ expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const { add$ } = loggedIn(exchange);
      exchange.script({
        answer: ({ name }) =>
          name === 'LogIn' ? true : { result: false, errormsg: 'Not Authorized', errorcode: 20 },
      });
      const refusal = explained(
        new GatewayError('Add', { code: 20, errormsg: 'Not Authorized', detail: null }),
        { hasLogin: true },
      );

      expectObservable(add$()).toBe('#', undefined, refusal);
      expectObservable(add$(), '---^').toBe('---#', undefined, refusal);
      flush();
      expect(exchange.names()).toEqual(['LogIn', 'Add', 'LogIn', 'Add', 'Add']);
    });
  });

  it('brings a fresh login each time that the exchange forgets', () => {
    const exchange = scriptedExchange();
    const { add$, client } = loggedIn(exchange);
    const sums: unknown[] = [];
    let isKnown = false;
    exchange.script({
      answer: ({ name }) => {
        if (name === 'LogIn') isKnown = true;
        return name === 'LogIn' || isKnown ? 3 : { result: false, errorcode: 20 };
      },
    });
    for (let i = 0; i < 3; i++) {
      isKnown = false;
      add$().subscribe((sum) => sums.push(sum));
    }

    expect(sums).toEqual([3, 3, 3]);
    expect(exchange.names().filter((name) => name === 'LogIn')).toHaveLength(4);
    client.close();
  });

  it('counts the fresh login into its time limit', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const { refuse, add$ } = loggedIn(exchange);
      cold('60ms r').subscribe(refuse);

      expectObservable(add$()).toBe('100ms #', undefined, new RequestTimeout('Add', true, 100));
    });
  });

  it('is asked on the next socket where the one it was refused on is lost meanwhile', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const { client, refuse, add$ } = loggedIn(exchange);
      cold('-r').subscribe(refuse);
      cold('---d').subscribe(() => {
        exchange.script({ answer: () => 3 });
        exchange.drop();
      });
      cold('----------c').subscribe(() => client.close());

      expectObservable(add$()).toBe('--------(s|)', { s: 3 });
    });
  });

  it('is refused at once where nobody is logged in', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    const errors: unknown[] = [];
    query(client, add, client[inner], undefined).subscribe({ error: (error: unknown) => errors.push(error) });
    exchange.reply('Add', 'Endpoint Not Found', MessageType.Error);

    expect(errors).toEqual([explained(stranger, { hasLogin: false })]);
    expect(exchange.names()).toEqual(['Add']);
    client.close();
  });

  it('stops with its signal: unsent while it waits, sent afterwards', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({ opens: false });
      const client = connect(exchange);
      const [early, late] = [new AbortController(), new AbortController()];
      cold('--a-b-c').subscribe((step) => {
        if (step === 'a') early.abort('left');
        if (step === 'b') exchange.accept();
        if (step === 'c') late.abort('left');
      });
      const asked = ({ signal }: AbortController) => query(client, add, client[inner], signal);

      expectObservable(asked(early)).toBe('--#', undefined, new AbortError('Add', false, 'left'));
      expectObservable(asked(late)).toBe('------#', undefined, new AbortError('Add', true, 'left'));
      flush();
      expect(exchange.names()).toEqual(['Add']);
    });
  });
});
