import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
  type SimulatedUser,
} from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs, signed } from '../support/dial.ts';

const [trader, partner, auditor] = demoUsers;
const refused = { Authenticated: false, Locked: false, errormsg: 'Invalid username or password' };
const locked = { Authenticated: false, Locked: true, errormsg: 'User is locked' };
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

const vectorUsers: readonly SimulatedUser[] = [
  { ...trader, userId: 64, apiKey: 'EXAMPLE-PUBLIC-KEY-0001', secret: 'EXAMPLE-SECRET-NOT-REAL-0001' },
  { ...trader, userId: 1, apiKey: 'fake-api-key', secret: 'fake-api-secret' },
  { ...trader, userId: 9007199254740991, apiKey: 'clave-publica-ñ', secret: 'secreto-é' },
];

describe('login', () => {
  let exchange: Exchange;
  let call: Call;
  const start = (options: ExchangeOptions = {}): void => {
    exchange = createExchange(options);
    call = dial(exchange);
  };
  beforeEach(() => start());
  afterEach(() => exchange.close());
  const isIn = (): boolean => Array.isArray(call.ask('GetUserAccounts', { OMSId: 1 }));

  describe('with an API key', () => {
    it.each([
      ['64', '123456', 0, '05f280966a0220447ead648961ecca3e22dc02c5dcb7d2e79db022010a0b0a55'],
      ['1', '0', 1, 'd1325dbc637f9e0cf180926aa85daed24a39691cb8ff3f880595772e117beea5'],
      [
        '9007199254740991',
        '1700000000000',
        2,
        'f025b79debf7bc3cf203c92e83e5653c1c104e93d903bd6ad2aaa20f923fd114',
      ],
    ])('takes the known signature of user %s', (UserId, Nonce, index, Signature) => {
      start({ users: vectorUsers });
      const APIKey = vectorUsers[index]?.apiKey;

      expect(call.ask('AuthenticateUser', { APIKey, Signature, UserId, Nonce })).toMatchObject({
        Authenticated: true,
      });
      expect(isIn()).toBe(true);
    });

    it('answers in the documented form', () => {
      expect(call.ask('AuthenticateUser', signed(trader))).toEqual({
        Authenticated: true,
        SessionToken: expect.stringMatching(guid) as unknown,
        User: {
          UserId: 64,
          UserName: 'trader',
          Email: 'trader@example.com',
          EmailVerified: true,
          AccountId: 7,
          OMSId: 1,
          Use2FA: false,
        },
        Locked: false,
        Requires2FA: false,
        EnforceEnable2FA: false,
        TwoFAType: null,
        TwoFAToken: null,
        AuthType: null,
        AddtlInfo: null,
        Pending2FaToken: null,
        errormsg: null,
      });
    });

    it('takes the user id and the nonce as numbers too', () => {
      const payload = { ...signed(trader, '77'), UserId: 64, Nonce: 77 };
      expect(call.ask('AuthenticateUser', payload)).toMatchObject({ Authenticated: true });
    });

    it('takes the keys in any case, and in one case only where it is strict', () => {
      const lower = Object.fromEntries(
        Object.entries(signed(trader)).map(([key, value]) => [key.toLowerCase(), value]),
      );
      expect(call.ask('AuthenticateUser', lower)).toMatchObject({ Authenticated: true });

      start({ strictKeys: true });
      expect(call.ask('AuthenticateUser', lower)).toMatchObject({ result: false, errorcode: 100 });
      expect(call.ask('AuthenticateUser', signed(trader))).toMatchObject({ Authenticated: true });
    });

    it('bypasses the second factor', () => {
      expect(call.ask('AuthenticateUser', signed(partner))).toMatchObject({
        Authenticated: true,
        Requires2FA: false,
        User: { Use2FA: true },
      });
      expect(isIn()).toBe(true);
    });

    it.each([
      ['a signature of another nonce', { ...signed(trader, '1'), Nonce: '2' }],
      [
        'a signature in capitals',
        { ...signed(trader), Signature: signed(trader)['Signature']?.toUpperCase() },
      ],
      ['another user id', { ...signed(trader), UserId: '65' }],
      ['an unknown key', { ...signed(trader), APIKey: 'unknown' }],
      ['an empty signature', { ...signed(trader), Signature: '' }],
    ])('refuses %s, in a shape of its own', (_, payload) => {
      expect(call.ask('AuthenticateUser', payload)).toEqual(refused);
      expect(isIn()).toBe(false);
    });

    it('refuses a request without the fields as invalid', () => {
      expect(call.ask('AuthenticateUser', { APIKey: trader.apiKey })).toEqual({
        result: false,
        errormsg: 'Invalid Request',
        errorcode: 100,
        detail: 'APIKey, Signature, UserId and Nonce (or Username and Password) are required fields',
      });
    });
  });

  describe.each(['AuthenticateUser', 'WebAuthenticateUser'])('with name and password by %s', (name) => {
    const enter = ({ userName, password }: SimulatedUser): unknown =>
      call.ask(name, { UserName: userName, Password: password });

    it('lets in who has no second factor', () => {
      expect(enter(trader)).toMatchObject({
        Authenticated: true,
        SessionToken: expect.stringMatching(guid) as unknown,
      });
      expect(isIn()).toBe(true);
    });

    it('refuses a wrong password and an unknown name alike', () => {
      expect(enter({ ...trader, password: 'wrong' })).toEqual(refused);
      expect(enter({ ...trader, userName: 'nobody' })).toEqual(refused);
    });

    it('is not complete before the second factor', () => {
      expect(enter(partner)).toEqual({
        Authenticated: true,
        Requires2FA: true,
        AuthType: 'Google',
        AddtlInfo: '',
      });
      expect(isIn()).toBe(false);

      expect(call.ask('Authenticate2FA', { Code: '000000' })).toEqual(refused);
      expect(isIn()).toBe(false);

      expect(call.ask('Authenticate2FA', { Code: partner.twoFactorCode })).toEqual({
        Authenticated: true,
        UserId: 65,
        SessionToken: expect.stringMatching(guid) as unknown,
      });
      expect(isIn()).toBe(true);
    });
  });

  it('does not take a code that nobody waits for', () => {
    expect(call.ask('Authenticate2FA', { Code: partner.twoFactorCode })).toEqual(refused);
  });

  it('locks a user after five wrong attempts in a row, for the right password too', () => {
    const attempt = (password: string): unknown =>
      call.ask('AuthenticateUser', { UserName: 'trader', Password: password });

    expect([1, 2, 3, 4].map(() => attempt('wrong'))).toEqual([refused, refused, refused, refused]);
    expect(attempt('wrong')).toEqual(locked);
    expect(attempt(trader.password)).toEqual(locked);
    expect(call.ask('AuthenticateUser', signed(trader))).toEqual(locked);
    expect(call.ask('AuthenticateUser', signed(auditor))).toMatchObject({ Authenticated: true });
  });

  it('forgets wrong attempts after a right one', () => {
    start({ maxLoginAttempts: 2 });
    const attempt = (password: string): unknown =>
      call.ask('AuthenticateUser', { UserName: 'trader', Password: password });

    const answers = ['wrong', trader.password, 'wrong', trader.password].map(attempt);

    expect(answers.map((answer) => (answer as { Authenticated: boolean }).Authenticated)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  describe('with a session token', () => {
    const tokenOf = (reply: unknown): string => (reply as { readonly SessionToken: string }).SessionToken;

    it('goes on with the login of a socket that is gone', () => {
      const token = tokenOf(call.ask('AuthenticateUser', signed(trader)));
      exchange.drop();
      call = dial(exchange);
      expect(isIn()).toBe(false);

      expect(call.ask('WebAuthenticateUser', { SessionToken: token })).toEqual({
        Authenticated: true,
        SessionToken: token,
        UserId: 64,
        twoFaToken: '',
        Requires2FA: false,
        AuthType: null,
        AddtlInfo: null,
        Pending2FaToken: null,
        errormsg: null,
      });
      expect(isIn()).toBe(true);
    });

    it('refuses a token that was never given, or was logged out', () => {
      const token = tokenOf(call.ask('AuthenticateUser', signed(trader)));
      call.ask('LogOut');

      expect(call.ask('WebAuthenticateUser', { SessionToken: token })).toEqual(refused);
      expect(call.ask('WebAuthenticateUser', { SessionToken: 'never given' })).toEqual(refused);
      expect(call.ask('WebAuthenticateUser', { JWTToken: 'never given' })).toEqual(refused);
    });

    it('takes a token that another party vouches with, under either name, unless the user is locked', () => {
      start({ users: [trader, { ...partner, jwtToken: 'header.claims.signature' }], maxLoginAttempts: 1 });
      const byJwt = (fields: object): unknown => call.ask('WebAuthenticateUser', fields);

      expect(byJwt({ JWTToken: 'header.claims.forged' })).toEqual(refused);
      expect(isIn()).toBe(false);
      const welcome = { Authenticated: true, UserId: partner.userId, twoFaToken: '' };
      expect(byJwt({ JWTToken: 'header.claims.signature' })).toMatchObject(welcome);
      expect(isIn()).toBe(true);
      call = dial(exchange);
      expect(byJwt({ Jwt: 'header.claims.signature' })).toMatchObject(welcome);
      call.ask('AuthenticateUser', { UserName: partner.userName, Password: 'wrong' });
      expect(byJwt({ JWTToken: 'header.claims.signature' })).toEqual(locked);
    });

    it('gives every login a token of its own, and the same ones for the same seed', () => {
      const tokens = (seed: number): readonly string[] => {
        start({ seed });
        return [1, 2].map(() => tokenOf(call.ask('AuthenticateUser', signed(trader))));
      };
      const [first, again, other] = [tokens(1), tokens(1), tokens(2)];

      expect(new Set([...first, ...other]).size).toBe(4);
      expect(again).toEqual(first);
    });
  });

  describe('ends', () => {
    it('with LogOut: account streams stop, public ones and the socket stay', () => {
      call = dialAs(exchange, trader);
      call.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 });
      call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 1, Depth: 10 });

      expect(call.ask('Logout')).toEqual({ result: 'true', errormsg: '', errorcode: 0, detail: '' });
      exchange.market.sendOrder({
        AccountId: 7,
        InstrumentId: 1,
        Side: 0,
        OrderType: 2,
        Quantity: 1,
        LimitPrice: 9,
      });

      expect(call.events('OrderStateEvent')).toEqual([]);
      expect(call.events('Level2UpdateEvent')).toHaveLength(1);
      expect(isIn()).toBe(false);
      expect(call.ends).toEqual([]);
    });

    it('when the exchange says so, with an event to that user and no other', () => {
      call = dialAs(exchange, trader);
      const other = dialAs(exchange, partner);
      call.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 7 });

      exchange.logOut(64);

      expect(call.events('LogoutEvent')).toEqual([{}]);
      expect(isIn()).toBe(false);
      expect(other.events('LogoutEvent')).toEqual([]);
      expect(other.ask('GetUserAccounts', { OMSId: 1 })).toEqual([8, 9]);
    });

    it('with the socket', () => {
      dialAs(exchange, trader);
      exchange.drop();
      call = dial(exchange);

      expect(isIn()).toBe(false);
    });
  });
});
