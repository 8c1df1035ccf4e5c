import { EMPTY, type Observable, of, throwError } from 'rxjs';
import type { ConnectionState } from '../../src/connection/state.ts';
import type { ClientError } from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { apiKeyLogin, type Login, passwordLogin, tokenLogin } from '../../src/session/login.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';

const byKey = () => apiKeyLogin({ apiKey: 'fake-api-key', secret: 'fake-api-secret', userId: 1 });
const byToken = () => tokenLogin({ sessionToken: 'token-1' });
const byPassword = (code$?: () => Observable<string>) =>
  passwordLogin({ username: 'ana', password: 'hush', ...(code$ && { code$ }) });
const yes = { Authenticated: true, SessionToken: 'token-1' };
const half = { Authenticated: true, Requires2FA: true };
const nothingElse = {
  SessionToken: null,
  User: null,
  Locked: null,
  Requires2FA: null,
  EnforceEnable2FA: null,
  TwoFAType: null,
  errormsg: null,
};
const coded = (errorcode: number) => ({ result: false, errormsg: 'No', errorcode, detail: null });

type Answer = readonly [payload: unknown, type?: MessageType];
type Table = Readonly<Record<string, readonly Answer[]>>;

/** What becomes of a client in two minutes whose policy would try fifty times a second. */
const play = (login: Login, table: Table, losses = 0) => {
  const left = new Map(Object.entries(table).map(([name, answers]) => [name, [...answers]]));
  const exchange = scriptedExchange();
  const states: ConnectionState[] = [];
  const errors: ClientError[] = [];
  marbles(({ cold, flush }) => {
    const answer = ({ name }: Frame): void => {
      const answers = left.get(name) ?? [];
      const [payload, type] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [undefined];
      if (payload !== undefined) exchange.reply(name, payload, type);
    };
    exchange.script({
      answer: (request) => {
        cold('a').subscribe(() => answer(request));
      },
    });
    const client = connect(exchange, { authenticate: login, backoff: () => 20 });
    client.error$.subscribe((error) => errors.push(error));
    client.state$.subscribe((state) => states.push(state));
    for (let loss = 1; loss <= losses; loss++) cold(`${loss}s d`).subscribe(() => exchange.drop());
    cold('120s c').subscribe(() => client.close());
    flush();
  });
  const last = states.at(-1);
  return {
    calls: exchange.names(),
    cause: last?._tag === 'Closed' ? last.cause : undefined,
    states: states.map(({ _tag }) => _tag),
  };
};

describe('a login that is refused', () => {
  it.each<[string, Answer]>([
    ['words', [{ Authenticated: false, Locked: false, errormsg: 'Invalid username or password' }]],
    ['all else null', [{ Authenticated: false, ...nothingElse }]],
    ['Authenticated null', [{ ...nothingElse, Authenticated: null }]],
    ['a user of nulls', [{ Authenticated: false, User: { UserId: null, UserName: null } }]],
    ['keys in camel case', [{ authenticated: false, locked: false }]],
    ['code 20', [coded(20)]],
    ['code 20 in an error frame', [coded(20), MessageType.Error]],
    ['bare words', ['Endpoint Not Found', MessageType.Error]],
    ['its own words in an error frame', [{ Authenticated: false, errormsg: 'No' }, MessageType.Error]],
    ['its own words beside result false', [{ ...coded(101), Authenticated: false }]],
    ['the text "false"', [{ Authenticated: 'false' }]],
    ['odd fields', [{ Authenticated: false, Locked: 'perhaps', errormsg: { text: 'No' }, SessionToken: 5 }]],
  ])('is final at once where it is said with %s, and the client logs in no more', (_, answer) => {
    for (const login of [byKey(), byPassword()]) {
      const { calls, cause } = play(login, { AuthenticateUser: [answer] });

      expect(calls).toEqual(['AuthenticateUser']);
      expect(cause).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'refused' });
    }
    expect(play(byToken(), { WebAuthenticateUser: [answer] }).calls).toEqual(['WebAuthenticateUser']);
  });

  it('is final where the user is locked, by a token as well: no password is tried', () => {
    const table = {
      AuthenticateUser: [[yes]],
      WebAuthenticateUser: [[{ Authenticated: false, Locked: true }]],
    } as const;
    const { calls, cause } = play(byPassword(), table, 1);

    expect(calls).toEqual(['AuthenticateUser', 'WebAuthenticateUser']);
    expect(cause).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'locked' });
  });

  it('is tried again where the exchange has a fault of its own', () => {
    const { calls, states } = play(byKey(), { AuthenticateUser: [[coded(102)], [coded(102)], [yes]] });

    expect(calls).toHaveLength(3);
    expect(states).toContain('Open');
  });
});

describe('a second factor', () => {
  it.each<[string, Answer]>([
    ['false', [{ Authenticated: false }]],
    ['code 20', [coded(20)]],
    ['code 101', [coded(101)]],
    ['code 102 in an error frame', [coded(102), MessageType.Error]],
    ['bare words', ['Endpoint Not Found', MessageType.Error]],
  ])('that the exchange refuses with %s is final at once', (_, answer) => {
    const login = byPassword(() => of('000000'));
    const { calls, cause } = play(login, { AuthenticateUser: [[half]], Authenticate2FA: [answer] });

    expect(calls).toEqual(['AuthenticateUser', 'Authenticate2FA']);
    expect(cause).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'code' });
  });

  it.each<[string, (() => Observable<string>) | undefined, string]>([
    ['is absent', undefined, 'no code$ was given'],
    ['ends empty', () => EMPTY, 'code$ ended without a code'],
    ['errors', () => throwError(() => new Error('the dialog was closed')), 'the dialog was closed'],
    [
      'throws',
      () => {
        throw new Error('no dialog');
      },
      'no dialog',
    ],
    [
      'returns a text',
      () => '123456' as unknown as Observable<string>,
      'code$ failed: it returned a text, not an Observable',
    ],
    ['emits no text', () => of(123_456 as unknown as string), 'code$ emitted what is no text'],
  ])('whose code$ %s is final at once, and says why', (_, code$, why) => {
    const { calls, cause } = play(byPassword(code$), { AuthenticateUser: [[half]] });

    expect(calls).toEqual(['AuthenticateUser']);
    expect(cause).toMatchObject({ _tag: 'AuthenticationFailed', reason: 'code' });
    expect(cause?.message).toContain(why);
    expect(cause?.message).not.toContain('123456');
  });
});

describe('a login that is accepted', () => {
  it.each<[string, unknown]>([
    ['the text "true"', { Authenticated: 'true', Requires2FA: 'false' }],
    [
      'odd fields',
      { Authenticated: true, Locked: 'no', SessionToken: 5, errormsg: { text: '' }, User: 'ana' },
    ],
  ])('is one where it is said with %s', (_, answer) => {
    for (const login of [byKey(), byPassword()]) {
      expect(play(login, { AuthenticateUser: [[answer]] }).states).toEqual([
        'Connecting',
        'Authenticating',
        'Open',
        'Closed',
      ]);
    }
  });

  it('is none while it cannot be read whether a second factor is missing', () => {
    const answers: readonly Answer[] = [[{ Authenticated: true, Requires2FA: 'perhaps' }], [yes]];

    expect(play(byKey(), { AuthenticateUser: answers }).calls).toEqual([
      'AuthenticateUser',
      'AuthenticateUser',
    ]);
  });
});

describe('a token of an earlier login', () => {
  it.each<[string, Table, readonly string[]]>([
    [
      'that was refused',
      { AuthenticateUser: [[yes], [{ Authenticated: true }]], WebAuthenticateUser: [[coded(104)]] },
      ['AuthenticateUser', 'WebAuthenticateUser', 'AuthenticateUser', 'AuthenticateUser'],
    ],
    [
      'that is empty',
      { AuthenticateUser: [[{ Authenticated: true, SessionToken: '' }]] },
      ['AuthenticateUser', 'AuthenticateUser', 'AuthenticateUser'],
    ],
  ])('%s is not tried again', (_, table, calls) => {
    expect(play(byPassword(), table, 2).calls).toEqual(calls);
  });

  it.each<[string, Answer]>([
    ['false', [{ Authenticated: false }]],
    ['code 20', [coded(20)]],
    ['code 104', [coded(104)]],
    ['code 102 in an error frame', [coded(102), MessageType.Error]],
  ])('that is refused with %s means a login by password', (_, answer) => {
    const exchange = scriptedExchange({
      answer: ({ name }) => (name === 'AuthenticateUser' ? yes : undefined),
    });
    const client = connect(exchange, { authenticate: byPassword() });
    marbles(({ cold, flush }) => {
      client.state$.subscribe();
      exchange.drop();
      cold('10ms r').subscribe(() => exchange.reply('WebAuthenticateUser', ...answer));
      cold('20ms c').subscribe(() => client.close());
      flush();
    });

    expect(exchange.names()).toEqual(['AuthenticateUser', 'WebAuthenticateUser', 'AuthenticateUser']);
  });
});

describe('credentials that cannot be sent', () => {
  it.each<[string, Login]>([
    ['apiKey', apiKeyLogin({ apiKey: '', secret: 'fake-api-secret', userId: 1 })],
    ['secret', apiKeyLogin({ apiKey: 'a', userId: 1 } as unknown as Parameters<typeof apiKeyLogin>[0])],
    ['userId', apiKeyLogin({ apiKey: 'a', secret: 'b', userId: '' })],
    ['username', passwordLogin({ username: '', password: 'hush' })],
    ['password', passwordLogin({ username: 'ana' } as unknown as Parameters<typeof passwordLogin>[0])],
    ['sessionToken', tokenLogin({} as unknown as Parameters<typeof tokenLogin>[0])],
  ])('are final at once, and the error names what is missing: %s', (field, login) => {
    const { calls, cause } = play(login, {});

    expect(calls).toEqual([]);
    expect(cause).toMatchObject({ _tag: 'InvalidRequest', mismatches: [{ path: field }] });
  });
});

describe('a login of the user', () => {
  it('that completes without a word is final at once', () => {
    const { cause, states } = play(() => EMPTY, {});

    expect(states).toEqual(['Connecting', 'Authenticating', 'Closed']);
    expect(cause?.message).toContain('the login completed without emitting the socket');
  });
});
