import { inspect } from 'node:util';
import { of, timer } from 'rxjs';
import {
  apiKeyLogin,
  Authenticate2FA,
  type Client,
  createClient,
  type Endpoint,
  type Frame,
  type Login,
  MessageType,
  passwordLogin,
  request$,
  subscribe$,
  SubscribeLevel1,
  tokenLogin,
  writeFrame,
} from '../../src/index.ts';
import { AddUserAPIKey, ResetPassword2 } from '../../src/alphapoint/index.ts';
import { withRecorder } from '../../src/recording/index.ts';
import { signature } from '../../src/session/signature.ts';
import { serve } from '../../src/simulator/node.ts';
import { scriptedExchange, type ScriptedExchange } from '../../src/testing/index.ts';
import { inVirtualTime } from '../simulation/virtualTime.ts';
import { runInProcess } from '../support/terminal.ts';
import { type Mark, mark, marksIn } from './marks.ts';

/** What JSON, addresses and this library's own reading must write in another way. */
const odd = '"\\/é+=%&';
const key = mark('key', 'Kq7Zr2WmX9pLtB4v', odd);
const secret = mark('secret', 'Sd8Yh3VnC6kRqM1w', odd);
const nonce = mark('nonce', 'Nf5Ux0TjD2sGzP7e');
const password = mark('password', 'Pb1Wc9KxE4vHyQ6a', odd);
const code = mark('code', 'Ca3Lg6RzJ8tMnU0s', odd);
const token = mark('token', 'Tm2Xv5BfO7dYwI9k', odd);
const pair = { apiKey: key.value, secret: secret.value, userId: 64 };
const sign = mark('signature', signature(pair, nonce.value).slice(8, 48));
const marks: readonly Mark[] = [key, secret, nonce, password, code, token, sign];

const logins: Readonly<Record<string, () => Login>> = {
  key: () => apiKeyLogin({ ...pair, nonce: () => nonce.value }),
  password: () =>
    passwordLogin({ username: 'somebody', password: password.value, code$: () => of(code.value) }),
  token: () => tokenLogin({ sessionToken: token.value }),
};

const granted = { Authenticated: true, UserId: 64, SessionToken: token.value };
const needsCode = {
  Authenticated: true,
  Requires2FA: true,
  AuthType: 'Google',
  AddtlInfo: '',
  Authtoken: token.value,
};

/** How the exchange takes a login that it lets in. */
const welcome = ({ name, payload }: Frame): unknown => {
  if (name === 'AuthenticateUser') return JSON.stringify(payload).includes('Username') ? needsCode : granted;
  return /^(Authenticate2FA|WebAuthenticateUser)$/.test(name) ? granted : undefined;
};

/** One run: the exchange, the client, and every word that came of it. */
interface Scene {
  readonly exchange: ScriptedExchange;
  readonly client: Client;
  readonly ask: <A>(endpoint: Endpoint<A, unknown>, params: A) => void;
}

/** The JSON text of a thing, what it holds again left out. */
const jsonOf = (thing: unknown): string => {
  const seen = new Set<unknown>();
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  };
  return JSON.stringify(thing, plain);
};

/** A thing in all the ways that a program may show it. */
const shownAs = (thing: unknown): readonly string[] => {
  const texts = [
    String(thing),
    inspect(thing, { depth: 8, showHidden: true, getters: false }),
    jsonOf(thing),
  ];
  if (!(thing instanceof Error)) return texts;
  const parts = Object.getOwnPropertyNames(thing).map((name) => String(Reflect.get(thing, name)));
  return [...texts, ...parts, thing.stack ?? '', ...(thing.cause === undefined ? [] : shownAs(thing.cause))];
};

/** Plays a scene to its end, and gives everything that could be read of it. */
const wordsOf = (login: () => Login, answer: (frame: Frame) => unknown, act: (scene: Scene) => void) => {
  const words: string[] = [];
  let errors = 0;
  const hear = (thing: unknown): void => void words.push(...shownAs(thing));
  const fail = (error: unknown): void => {
    errors += 1;
    hear(error);
  };
  inVirtualTime(
    { clockSteps: [], busy: [] },
    () => {
      const exchange = scriptedExchange({ answer });
      const transport = withRecorder(exchange.transport, hear);
      const client = createClient({
        transport,
        credentials: login(),
        url: `wss://example.com/?token=${encodeURIComponent(token.value)}`,
        backoff: (attempt) => (attempt > 4 ? null : 500),
      });
      transport.error$.subscribe(fail);
      client.error$.subscribe(fail);
      client.traffic$.subscribe(hear);
      client.state$.subscribe((state) => {
        hear(state);
        if ('cause' in state) hear(state.cause);
      });
      client.socket$.subscribe({ next: hear, error: fail });
      subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).subscribe({ error: fail });
      const ask: Scene['ask'] = (endpoint, params) =>
        void request$(client, endpoint, params, { timeout: 1_000 }).subscribe({ error: fail });
      act({ exchange, client, ask });
      hear(client);
      timer(40_000).subscribe(() => {
        hear(client);
        client.close();
      });
    },
    () => undefined,
  );
  return { words, errors };
};

type Reply = (frame: Frame) => unknown;
type Act = (scene: Scene) => void;

const isLogin = ({ name }: Frame): boolean => name.includes('Authenticate');
const textOf = (payload: unknown): string =>
  typeof payload === 'string' ? payload : JSON.stringify(payload);
/** Lets in whoever comes, but for what a scene says to the logins first. */
const refusing =
  (reply: Reply): Reply =>
  (frame) =>
    isLogin(frame) ? reply(frame) : welcome(frame);
const nothing: Act = () => undefined;
const loginsOf = ({ received }: ScriptedExchange): readonly Frame[] => received.filter(isLogin);

/** Parameters that cannot be sent, with secrets where none belong. */
const misuse: Act = ({ ask }) => {
  ask(Authenticate2FA, { Code: { inside: code.value } } as never);
  ask(Authenticate2FA, { code: code.value } as never);
  ask(Authenticate2FA, code.value as never);
  ask(ResetPassword2, { UserId: password.value, Password: [password.value], PendingCode: 7 } as never);
  ask(AddUserAPIKey, { UserId: 1, Permissions: { APIKey: key.value } } as never);
};

/** Answers that come when nobody waits any more. */
const late: Act = ({ exchange, ask }) => {
  ask(AddUserAPIKey, { UserId: 64, Permissions: ['Trading'] });
  ask(ResetPassword2, { UserId: 64, Password: password.value, PendingCode: code.value });
  timer(2_000).subscribe(() => {
    exchange.reply('AddUserAPIKey', {
      UserId: 64,
      APIKey: key.value,
      APISecret: secret.value,
      Permissions: [],
    });
    exchange.reply('ResetPassword2', {
      ...{ result: false, errorcode: 100, errormsg: `Invalid Password: ${password.value}` },
      detail: JSON.stringify({ PendingCode: code.value }),
    });
  });
};

/** Every login that was sent comes back, cut at every place. */
const echoCut: Act = ({ exchange }) => {
  for (const frame of loginsOf(exchange)) {
    const text = writeFrame(frame);
    for (let end = 1; end <= text.length; end += 1) exchange.pushText(text.slice(0, end));
  }
};

/** Every login comes back as a frame of each type, also under other names and numbers. */
const echoTyped: Act = ({ exchange, ask }) => {
  ask(AddUserAPIKey, { UserId: 64, Permissions: ['Trading'] });
  const pending = exchange.received.at(-1)?.sequence ?? 0;
  for (const { payload } of loginsOf(exchange))
    for (const type of Object.values(MessageType))
      for (const name of ['AuthenticateUser', 'Level1UpdateEvent', 'NobodyKnowsEvent', 'AddUserAPIKey'])
        for (const sequence of [0, 999, pending])
          for (const said of [textOf(payload), `refused: ${textOf(payload)}`, payload])
            exchange.pushText(writeFrame({ type, name, sequence, payload: said }));
};

const broken: Act = ({ exchange }) => {
  exchange.push({ name: 'Level1UpdateEvent', payload: { InstrumentId: 1, SessionToken: token.value } });
  exchange.push({
    name: 'Level1UpdateEvent',
    payload: `SessionToken=${token.value}; password: ${password.value}`,
  });
  exchange.push({ name: 'LogoutEvent', payload: { Token: token.value } });
};

const scenes: Readonly<Record<string, readonly [Reply, Act]>> = {
  'all is well': [welcome, nothing],
  'parameters cannot be sent': [welcome, misuse],
  'answers come late': [welcome, late],
  'logins come back cut': [welcome, echoCut],
  'logins come back as other frames': [welcome, echoTyped],
  'events are broken': [welcome, broken],
  'the link is lost with words': [
    welcome,
    ({ exchange }) => {
      exchange.drop(`closed for token=${token.value}, password: ${password.value}`);
    },
  ],
  'a login is refused in words': [
    refusing(({ payload }) => ({ Authenticated: false, errormsg: `Invalid ${textOf(payload)}` })),
    nothing,
  ],
  'a code is refused in words': [
    (frame) =>
      frame.name === 'Authenticate2FA'
        ? { Authenticated: false, errormsg: `Invalid code: ${code.value}` }
        : welcome(frame),
    nothing,
  ],
  'a login is refused with a detail': [
    refusing(({ payload }) => ({ result: false, errorcode: 20, errormsg: 'No', detail: textOf(payload) })),
    nothing,
  ],
  'a login is answered with what it sent': [refusing(({ payload }) => payload), nothing],
  'a login is answered in another shape': [
    refusing(() => ({ Authenticated: 'yes', SessionToken: { inside: [token.value] }, Code: 7 })),
    nothing,
  ],
  'a login is answered in plain words': [refusing(({ payload }) => `no: ${textOf(payload)}`), nothing],
  'a login is answered too late': [
    () => undefined,
    ({ exchange }) => {
      // Between two sockets there is nobody to tell.
      timer(10_700).subscribe(() => {
        for (const { name } of loginsOf(exchange).slice(-1))
          if (exchange.open() > 0) exchange.reply(name, granted);
      });
    },
  ],
  'a login is refused by an error frame': [
    () => undefined,
    ({ exchange }) => {
      for (const { name, payload } of loginsOf(exchange).slice(-1))
        exchange.reply(name, payload, MessageType.Error);
    },
  ],
};

describe('secrets', () => {
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation(() => undefined),
  );
  afterAll(() => {
    for (const spy of consoles) spy.mockRestore();
  });

  describe.each(Object.entries(logins))('of a login by %s', (_name, login) => {
    it.each(Object.entries(scenes))('stand nowhere where %s', (_what, [reply, act]) => {
      const { words } = wordsOf(login, reply, act);

      expect(words.length).toBeGreaterThan(10);
      expect(words.flatMap((text) => marksIn(text, marks)).slice(0, 3)).toEqual([]);
    });
  });

  it('are found in whatever form they are written, or nothing would follow from that', () => {
    const { core, value } = key;
    const forms = [
      ...[value, JSON.stringify(JSON.stringify(value)), encodeURIComponent(value), inspect({ value })],
      ...[0, 1, 2].map((before) => Buffer.from(`${'-'.repeat(before)}${core}--`).toString('base64')),
      Buffer.from(value).toString('hex'),
    ];

    for (const form of forms) expect(marksIn(form, marks)).toHaveLength(1);
  });

  it('stand in nothing that the command line prints', async () => {
    const environment = {
      NOTBANK_API_KEY: key.value,
      NOTBANK_SECRET: secret.value,
      NOTBANK_USER_ID: '64',
    };
    const exchange = await serve({});
    const at = ['--url', exchange.url, '--timeout', '2000'];
    const runs = [
      ['call', 'GetUserInfo', '{}', ...at],
      ['call', 'Authenticate2FA', JSON.stringify({ Code: [code.value] }), ...at],
      ['call', 'Authenticate2FA', JSON.stringify({ Code: code.value }), ...at],
      ['call', 'Authenticate2FA', JSON.stringify(code.value), ...at],
      ['call', 'Authenticate2FA', `{"Code":"${code.core}`, ...at],
      ['call', 'WebAuthenticateUser', JSON.stringify({ SessionToken: token.value }), ...at],
      ['watch', 'account', ...at],
      ['ping', ...at],
    ];
    const said: string[] = [];
    for (const run of runs) {
      const { said: out, logged } = await runInProcess(run, environment);
      said.push(out, logged);
    }
    await exchange.close();

    expect(said.join('').length).toBeGreaterThan(100);
    expect(said.flatMap((text) => marksIn(text, marks))).toEqual([]);
  }, 30_000);

  it('are written to no console', () => {
    const written = consoles.flatMap(({ mock }) => mock.calls.map((parts) => inspect(parts)));
    expect(written.flatMap((text) => marksIn(text, marks))).toEqual([]);
  });
});
