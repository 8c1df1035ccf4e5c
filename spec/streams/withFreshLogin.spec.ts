import * as t from 'io-ts';
import { concat, map, NEVER } from 'rxjs';
import { call, endpoint } from '../../src/endpoint.ts';
import { GatewayError } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { exchange as exchange$ } from '../../src/requests/exchange.ts';
import { follow$ } from '../../src/streams/follow.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { type ScriptedExchange, scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { SubscribeOwnQuotes } from '../support/quotes.ts';

const LogIn = endpoint({ name: 'LogIn', request: t.unknown, reply: t.unknown });

const loggedIn = (exchange: ScriptedExchange) => {
  const client = connect(exchange, {
    authenticate: (socket, terms) =>
      concat(exchange$(socket, call(LogIn, {}), terms).pipe(map(() => socket)), NEVER),
  });
  client.state$.subscribe();
  exchange.reply('LogIn', true);
  const refuse = (): void => exchange.reply('SubscribeOwnQuotes', 'Endpoint Not Found', MessageType.Error);
  return { client, refuse };
};

describe('a begin that is refused as not authorized', () => {
  it('is made again after a fresh login, and nobody is told', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const { client, refuse } = loggedIn(exchange);
      cold('-r').subscribe(refuse);
      cold('---l').subscribe(() => exchange.reply('LogIn', true));
      cold('-----a').subscribe(() => exchange.reply('SubscribeOwnQuotes', {}));
      cold('-------c').subscribe(() => client.close());

      expectObservable(client.error$).toBe('-------|');
      expectObservable(follow$(client, SubscribeOwnQuotes, { Id: 1 }).pipe(map(({ status }) => status))).toBe(
        'r----l-(r|)',
        { r: 'restoring', l: 'live' },
      );
      flush();
      expect(exchange.names()).toEqual(['LogIn', 'SubscribeOwnQuotes', 'LogIn', 'SubscribeOwnQuotes']);
    });
  });

  it('is refused when it is refused with a fresh login as well', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange();
      const { client, refuse } = loggedIn(exchange);
      cold('-r---r').subscribe(refuse);
      cold('---l').subscribe(() => exchange.reply('LogIn', true));
      const refused = new GatewayError('SubscribeOwnQuotes', {
        code: undefined,
        errormsg: 'Endpoint Not Found',
        detail: null,
      });
      expectObservable(subscribe$(client, SubscribeOwnQuotes, { Id: 1 }).pipe(map(() => 'message'))).toBe(
        '-----#',
        undefined,
        expect.objectContaining({ _tag: 'GatewayError', code: refused.code }),
      );
      flush();
      expect(exchange.names()).toEqual(['LogIn', 'SubscribeOwnQuotes', 'LogIn', 'SubscribeOwnQuotes']);
      client.close();
    });
  });

  it('is begun no more by a login that comes when its last consumer has left', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      const { client, refuse } = loggedIn(exchange);
      cold('-r').subscribe(refuse);
      cold('---l').subscribe(() => exchange.reply('LogIn', true));
      const subscription = follow$(client, SubscribeOwnQuotes, { Id: 1 }).subscribe();
      cold('--u').subscribe(() => subscription.unsubscribe());
      cold('-----c').subscribe(() => client.close());
      flush();
      expect(exchange.names().filter((name) => name === 'SubscribeOwnQuotes')).toHaveLength(1);
    });
  });
});
