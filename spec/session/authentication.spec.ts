import { inspect } from 'node:util';
import * as t from 'io-ts';
import { EMPTY, NEVER, of } from 'rxjs';
import { exponentialBackoff } from '../../src/connection/backoff.ts';
import type { ConnectionOptions } from '../../src/connection/connection.ts';
import { endpoint } from '../../src/endpoint.ts';
import {
  AuthenticationFailed,
  ConnectionLost,
  GatewayError,
  RequestTimeout,
  TransportError,
} from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { overFor } from '../../src/requests/overFor.ts';
import { request$ } from '../../src/requests/request.ts';
import { apiKeyLogin, type Login, passwordLogin, tokenLogin } from '../../src/session/login.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

const Balance = endpoint({ name: 'Balance', request: t.type({}), reply: t.unknown });
const key = (): Login => {
  let nonces = 0;
  return apiKeyLogin({
    apiKey: 'fake-api-key',
    secret: 'fake-api-secret',
    userId: 1,
    nonce: () => String(nonces++),
  });
};
const yes = { Authenticated: true, SessionToken: 'token-1', Locked: false, errormsg: null };
const no = { Authenticated: false, Locked: false, errormsg: 'Invalid username or password' };
const half = { Authenticated: true, Requires2FA: true, AuthType: 'Google', AddtlInfo: '' };

/** Answers each function from a table; a function missing there is left unanswered. */
const from =
  (table: Readonly<Record<string, unknown>>) =>
  ({ name }: Frame): unknown =>
    table[name];

const setUp = (
  login: Login,
  table: Readonly<Record<string, unknown>>,
  options: Partial<ConnectionOptions> = {},
) => {
  const exchange = scriptedExchange({ answer: from(table) });
  const backoff = exponentialBackoff({ base: 0, random: () => 0 });
  return {
    exchange,
    client: connect(exchange, { authenticate: login, backoff, ...options }),
  };
};
const open = { o: expect.anything() as unknown };

describe('withAuthentication', () => {
  it('signs in by key before anything else is sent, and waits for the reply', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), { Balance: 7 });

      cold('---r').subscribe(() => exchange.reply('AuthenticateUser', yes));

      expectObservable(client.socket$, '------!').toBe('---o', open);
      expectObservable(request$(client, Balance, {})).toBe('---(r|)', { r: 7 });
      flush();
      expect(exchange.received).toEqual([
        {
          type: MessageType.Request,
          sequence: 2,
          name: 'AuthenticateUser',
          payload: {
            APIKey: 'fake-api-key',
            Signature: 'd1325dbc637f9e0cf180926aa85daed24a39691cb8ff3f880595772e117beea5',
            UserId: '1',
            Nonce: '0',
          },
        },
        { type: MessageType.Request, sequence: 4, name: 'Balance', payload: {} },
      ]);
    });
  });

  it('signs in again on every socket, each time with a fresh nonce', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), { AuthenticateUser: yes });

      cold('--d-d').subscribe(() => exchange.drop());

      expectObservable(client.socket$, '------!').toBe('o-o-o', open);
      flush();
      const nonces = exchange.received.map(({ payload }) => (payload as { Nonce: string }).Nonce);
      const signatures = exchange.received.map(({ payload }) => (payload as { Signature: string }).Signature);
      expect(nonces).toEqual(['0', '1', '2']);
      expect(new Set(signatures).size).toBe(3);
    });
  });

  it.each([
    ['a refusal', no, new AuthenticationFailed('refused', 'Invalid username or password')],
    ['a lock', { ...no, Locked: true }, new AuthenticationFailed('locked', 'Invalid username or password')],
    ['a second factor outstanding', half, new AuthenticationFailed('code')],
    [
      'code 20',
      { result: false, errormsg: 'Not Authorized', errorcode: 20 },
      new AuthenticationFailed('refused', 'Not Authorized'),
    ],
  ])('does not take %s for a login, stops, and tells every caller', (_, reply, failure) => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), { AuthenticateUser: reply });

      expectObservable(client.socket$).toBe('#', undefined, failure);
      expectObservable(request$(client, Balance, {})).toBe('#', undefined, overFor('Balance', failure));
      flush();
      expect(exchange.names()).toEqual(['AuthenticateUser']);
      expect(exchange.open()).toBe(0);
    });
  });

  it('tries again when the exchange has a fault of its own, or does not answer', () => {
    const fault = { result: false, errormsg: 'Server Error', errorcode: 102, detail: null };
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), { AuthenticateUser: fault }, { backoff: () => 5 });
      const stop$ = cold('999ms s');
      stop$.subscribe(() => exchange.script({ answer: () => undefined }));
      cold('1150ms y').subscribe(() => exchange.reply('AuthenticateUser', yes));

      const seen: unknown[] = [];
      client.error$.subscribe((error) => seen.push(error));
      cold('1200ms c').subscribe(() => client.close());
      expectObservable(client.socket$).toBe('1150ms o 49ms |', open);

      flush();
      expect(seen).toContainEqual(
        new GatewayError('AuthenticateUser', { code: 102, errormsg: 'Server Error', detail: null }),
      );
      expect(seen).toContainEqual(new RequestTimeout('AuthenticateUser', true, 100));
    });
  });

  it('loses the socket during login without ado', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client } = setUp(key(), {});

      cold('--d').subscribe(() => {
        exchange.script({ answer: from({ AuthenticateUser: yes }) });
        exchange.drop();
      });

      expectObservable(client.socket$, '----!').toBe('--o', open);
    });
  });

  it('stops at once when closed during login', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), {});

      cold('--c').subscribe(() => client.close());

      expectObservable(client.socket$).toBe('--|');
      expectObservable(request$(client, Balance, {})).toBe('--#', undefined, overFor('Balance', undefined));
      flush();
      expect(exchange.open()).toBe(0);
    });
  });

  describe('with a password', () => {
    const user = { username: 'ana', password: 'hush' };

    it('signs in where there is no second factor', () => {
      marbles(({ expectObservable, flush }) => {
        const { exchange, client } = setUp(passwordLogin(user), { AuthenticateUser: yes });

        expectObservable(client.socket$, '--!').toBe('o', open);
        flush();
        expect(exchange.received.map(({ payload }) => payload)).toEqual([
          { Username: 'ana', Password: 'hush' },
        ]);
      });
    });

    it('asks for a code and sends it, however long that takes', () => {
      marbles(({ cold, expectObservable, flush }) => {
        const code$ = cold('300ms c', { c: '123456' });
        const { exchange, client } = setUp(passwordLogin({ ...user, code$: () => code$ }), {
          AuthenticateUser: half,
          Authenticate2FA: { Authenticated: true, UserId: 1, SessionToken: 'token-2' },
        });

        expectObservable(client.socket$, '302ms !').toBe('300ms o', open);
        flush();
        expect(exchange.received.map(({ name, payload }) => [name, payload])).toEqual([
          ['AuthenticateUser', { Username: 'ana', Password: 'hush' }],
          ['Authenticate2FA', { Code: '123456' }],
        ]);
      });
    });

    it('comes back with the token of the first login, and asks for no other code', () => {
      marbles(({ cold, expectObservable, flush }) => {
        let asked = 0;
        const code$ = () => {
          asked += 1;
          return of('123456');
        };
        const { exchange, client } = setUp(passwordLogin({ ...user, code$ }), {
          AuthenticateUser: half,
          Authenticate2FA: { Authenticated: true, UserId: 1, SessionToken: 'token-2' },
          WebAuthenticateUser: { Authenticated: true, SessionToken: 'token-2', UserId: 1 },
        });

        cold('--d').subscribe(() => exchange.drop());

        expectObservable(client.socket$, '----!').toBe('o-o', open);
        flush();
        expect(asked).toBe(1);
        expect(exchange.received.at(-1)).toEqual({
          type: MessageType.Request,
          sequence: 2,
          name: 'WebAuthenticateUser',
          payload: { SessionToken: 'token-2' },
        });
      });
    });

    it('signs in anew when the token is good no more', () => {
      marbles(({ cold, expectObservable, flush }) => {
        const { exchange, client } = setUp(passwordLogin(user), {
          AuthenticateUser: yes,
          WebAuthenticateUser: no,
        });

        cold('--d').subscribe(() => exchange.drop());

        expectObservable(client.socket$, '----!').toBe('o-o', open);
        flush();
        expect(exchange.names()).toEqual(['AuthenticateUser', 'WebAuthenticateUser', 'AuthenticateUser']);
      });
    });

    it.each([
      ['is asked for and none is given', undefined, 'no code$ was given'],
      ['is wrong', () => of('000000'), undefined],
      ['never comes to be', () => EMPTY, 'code$ ended without a code'],
    ])('fails when the code %s', (_, code$, why) => {
      marbles(({ expectObservable }) => {
        const { client } = setUp(passwordLogin(code$ === undefined ? user : { ...user, code$ }), {
          AuthenticateUser: half,
          Authenticate2FA: { Authenticated: false },
        });

        expectObservable(client.socket$).toBe('#', undefined, new AuthenticationFailed('code', why));
      });
    });

    it('gives the code up when closed while a person is asked', () => {
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const code$ = cold('-----');
        const { client } = setUp(passwordLogin({ ...user, code$: () => code$ }), { AuthenticateUser: half });

        cold('--c').subscribe(() => client.close());

        expectObservable(client.socket$).toBe('--|');
        expectSubscriptions(code$.subscriptions).toBe('^-!');
      });
    });
  });

  it('signs in with a token', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, client } = setUp(tokenLogin({ sessionToken: 'token-9' }), {
        WebAuthenticateUser: yes,
      });

      expectObservable(client.socket$, '--!').toBe('o', open);
      flush();
      expect(exchange.received.map(({ payload }) => payload)).toEqual([{ SessionToken: 'token-9' }]);
    });
  });

  it('takes a LogoutEvent for the loss of the login: ends the socket, steps back, signs in again', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), { AuthenticateUser: yes });

      cold('--l').subscribe(() => exchange.push({ name: 'LogoutEvent', payload: '{}' }));

      expectObservable(request$(client, Balance, {})).toBe(
        '--#',
        undefined,
        new ConnectionLost('Balance', true, 'the connection was lost', new AuthenticationFailed('ended')),
      );
      expectObservable(client.error$, '1100ms !').toBe('--e', { e: new AuthenticationFailed('ended') });
      expectObservable(client.socket$, '1100ms !').toBe('o- 1000ms o', open);
      flush();
      expect(exchange.names()).toEqual(['AuthenticateUser', 'Balance', 'AuthenticateUser']);
    });
  });

  it('takes a LogoutEvent that comes before the reply to the login for the loss of it too, and tells it as the cause', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client } = setUp(key(), {});

      cold('--l').subscribe(() => exchange.push({ name: 'LogoutEvent', payload: '{}' }));
      // Else it would go on logging in for ever.
      cold('900ms c').subscribe(() => client.close());

      expectObservable(client.error$, '899ms !').toBe('--e', { e: new AuthenticationFailed('ended') });
      expectObservable(client.socket$, '899ms !').toBe('');
      flush();
      expect(exchange.names()).toEqual(['AuthenticateUser']);
    });
  });

  it('tells the true cause of a loss during login', () => {
    marbles(({ cold, expectObservable }) => {
      const { exchange, client } = setUp(key(), {}, { backoff: () => null });

      cold('--d').subscribe(() => exchange.drop('gone'));

      expectObservable(client.socket$).toBe('--#', undefined, new TransportError('gone'));
    });
  });

  it('never shows a secret: not in an error, a state or the client itself', () => {
    const { exchange, client } = setUp(
      passwordLogin({ username: 'ana', password: 'canary-password', code$: () => NEVER }),
      {
        AuthenticateUser: {
          result: false,
          errormsg: 'no',
          errorcode: 100,
          detail: '{"Password":"canary-password"}',
        },
      },
    );
    const shown: unknown[] = [client];
    client.error$.subscribe((error) => shown.push(error, error.message, JSON.stringify(error), error.stack));
    client.state$.subscribe((state) => shown.push(state));
    client.close();

    const text = inspect(shown, { depth: 20, showHidden: true });
    expect(exchange.names()).toContain('AuthenticateUser');
    expect(text).toContain('was refused: no');
    expect(text).not.toContain('canary');
  });
});
