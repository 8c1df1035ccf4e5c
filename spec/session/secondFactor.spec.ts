import * as t from 'io-ts';
import { of, tap } from 'rxjs';
import { createDeadlines } from '../../src/connection/deadlines.ts';
import { endpoint } from '../../src/endpoint.ts';
import { AuthenticationFailed, RequestTimeout } from '../../src/errors.ts';
import { request$ } from '../../src/requests/request.ts';
import type { Ask } from '../../src/session/ask.ts';
import { passwordLogin } from '../../src/session/login.ts';
import { secondFactor } from '../../src/session/secondFactor.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const Slow = endpoint({ name: 'Slow', request: t.type({}), reply: t.unknown });
const Command = endpoint({ name: 'Command', request: t.type({}), reply: t.unknown, isCommand: true });
const yes = { Authenticated: true };

describe('secondFactor', () => {
  it('sends the first code that comes, and holds the time limits only until then', () => {
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const deadlines = createDeadlines();
      const asked: unknown[] = [];
      const ask: Ask = (_endpoint, params) => cold('--(r|)', { r: yes }).pipe(tap(() => asked.push(params)));
      const readings: number[] = [];
      for (const at of ['--a', '-----a']) cold(at).subscribe(() => readings.push(deadlines.now()));

      const code$ = cold('    ---1--2');
      const subs = '          ^--!';
      const expected = '      -----(r|)';

      expectObservable(secondFactor(ask, { deadlines }, () => code$)).toBe(expected, { r: yes });
      expectSubscriptions(code$.subscriptions).toBe(subs);
      flush();
      expect(asked).toEqual([{ Code: '1' }]);
      expect(readings).toEqual([0, 2]);
    });
  });

  it('lets the time limits run again when it is left', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const deadlines = createDeadlines();
      const ask: Ask = () => of(yes);
      const readings: number[] = [];
      cold('-----a').subscribe(() => readings.push(deadlines.now()));

      expectObservable(
        secondFactor(ask, { deadlines }, () => cold('----------')),
        '^--!',
      ).toBe('');
      flush();
      expect(readings).toEqual([2]);
    });
  });

  it('fails where there is nobody to ask', () => {
    marbles(({ expectObservable }) => {
      expectObservable(secondFactor(() => of(yes), { deadlines: createDeadlines() }, undefined)).toBe(
        '#',
        undefined,
        new AuthenticationFailed('code', 'no code$ was given'),
      );
    });
  });

  it('takes no time from what waits for the connection: neither from queries nor from commands', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const exchange = scriptedExchange({
        answer: ({ name }) => {
          if (name === 'AuthenticateUser') return { Authenticated: true, Requires2FA: true };
          return name === 'Authenticate2FA' ? yes : undefined;
        },
      });
      const client = connect(exchange, {
        authenticate: passwordLogin({ username: 'ana', password: 'hush', code$: () => cold('500ms c') }),
      });

      const limit = '600ms #';

      for (const { name, source$ } of [
        { name: 'Slow', source$: request$(client, Slow, {}) },
        { name: 'Command', source$: request$(client, Command, {}) },
      ]) {
        expectObservable(source$).toBe(limit, undefined, new RequestTimeout(name, true, 100));
      }
      flush();
      expect(exchange.names()).toEqual(['AuthenticateUser', 'Authenticate2FA', 'Slow', 'Command']);
    });
  });
});
