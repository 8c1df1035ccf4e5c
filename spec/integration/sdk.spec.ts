import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { demoUsers, type Exchange, profiles } from '../../src/simulator/index.ts';
import { serve } from '../../src/simulator/node.ts';
import { limitOrder } from '../simulator/support/dial.ts';
import { type OfficialSdk, startOfficialSdk } from '../support/officialSdk.ts';

const root = join(__dirname, '../..');
const tlsFile = (name: string): string => join(__dirname, '..', 'fixtures', 'tls', `${name}.pem`);
const tls = (): { readonly key: string; readonly cert: string } => ({
  key: readFileSync(tlsFile('key'), 'utf8'),
  cert: readFileSync(tlsFile('cert'), 'utf8'),
});
const [trader] = demoUsers;
const mine = { AccountId: 7 };
const market = { InstrumentId: 1 };
const buy = {
  ...mine,
  ...market,
  Side: 0,
  OrderType: 2,
  TimeInForce: 1,
  Quantity: 0.5,
  LimitPrice: 90.5,
};

const atMarket = { ...mine, ...market, Side: 0, OrderType: 1, TimeInForce: 3, Quantity: 0.5 };

type Fields = Readonly<Record<string, unknown>>;
const idOf = (reply: unknown): number => (reply as { readonly OrderId: number }).OrderId;

/** The SDK, logged in, at an exchange with one bid and one ask. */
const start = async () => {
  const served = await serve({
    exchange: profiles.notbank,
    tls: tls(),
  });
  served.exchange.market.sendOrder(limitOrder(0, '100.00', '2', 8));
  served.exchange.market.sendOrder(limitOrder(1, '101.00', '1', 8));
  const sdk = await startOfficialSdk(`127.0.0.1:${served.port}`, tlsFile('cert'));
  await sdk.call('client', 'authenticateUser', {
    ApiPublicKey: trader.apiKey,
    ApiSecretKey: trader.secret,
    UserId: trader.userId,
  });
  const stop = async (): Promise<void> => {
    await sdk.stop();
    await served.close();
  };
  return { exchange: served.exchange, sdk, stop };
};

const user = { UserId: trader.userId };
/** What it can read: service, method, arguments, answer. */
const reads: readonly (readonly [string, string, readonly unknown[], unknown])[] = [
  ['system', 'healthCheck', [], { result: true }],
  ['instrument', 'getInstruments', [], expect.arrayContaining([expect.objectContaining(market)])],
  ['instrument', 'getInstrument', [market], { Symbol: 'BTCUSDT' }],
  ['instrument', 'getInstrumentBySymbol', [{ symbol: 'BTCUSDT' }], market],
  ['instrument', 'getInstrumentVerificationLevelConfigs', [mine], { Level: 1 }],
  ['product', 'getProducts', [], expect.arrayContaining([expect.objectContaining({ Product: 'BTC' })])],
  ['product', 'getProduct', [{ ProductId: 1 }], { Product: 'BTC' }],
  ['product', 'getProductBySymbol', [{ symbol: 'BTC' }], { ProductId: 1 }],
  ['product', 'getVerificationLevelConfig', [mine], { Level: 1 }],
  ['user', 'getUserDevices', [user], [user]],
  ['user', 'getUserInfo', [user], { UserName: trader.userName }],
  ['user', 'getUserPermissions', [user], ['Trading']],
  ['account', 'getAccountInfo', [mine], { AccountName: 'trader' }],
  ['account', 'getAccountPositions', [mine], expect.arrayContaining([expect.objectContaining(mine)])],
  ['account', 'getAccountTransactions', [mine], expect.arrayContaining([expect.objectContaining(mine)])],
  ['account', 'getAccountInstrumentStatistics', [mine], []],
  ['fee', 'getDepositFee', [{ ...mine, ProductId: 1, Amount: 1 }], { TicketAmount: 1 }],
  ['fee', 'getWithdrawFee', [{ ...mine, ProductId: 1, Amount: 1 }], { TicketAmount: 1 }],
  ['fee', 'getOMSDepositFees', [{}], expect.arrayContaining([expect.objectContaining({ ProductId: 1 })])],
  ['fee', 'getOMSWithdrawFees', [{}], expect.arrayContaining([expect.objectContaining({ ProductId: 1 })])],
  ['fee', 'getAccountFees', [mine], expect.arrayContaining([expect.objectContaining(market)])],
  [
    'fee',
    'getOrderFee',
    [{ ...mine, ...market, Quantity: 1, Price: 100, OrderType: 2, MakerTaker: 1, Side: 0 }],
    { ProductId: 1 },
  ],
  ['trading', 'getLevel1', [market], { BestBid: 100, BestOffer: 101 }],
  [
    'trading',
    'getLevel1Summary',
    [{}],
    expect.arrayContaining([expect.stringContaining('"BestBid":100.00')]),
  ],
  [
    'trading',
    'getLevel1SummaryMin',
    [{}],
    expect.arrayContaining([expect.objectContaining({ InstrumentSymbol: 'BTCUSDT' })]),
  ],
  [
    'trading',
    'getL2Snapshot',
    [{ ...market, Depth: 5 }],
    [
      { Side: 0, Price: 100, Quantity: 2 },
      { Side: 1, Price: 101, Quantity: 1 },
    ],
  ],
  ['trading', 'getLastTrades', [{ ...market, Count: 3 }], []],
  [
    'trading',
    'getTickerHistory',
    [{ ...market, Interval: 60, FromDate: '2020-01-01 00:00:00', ToDate: '2020-01-02 00:00:00' }],
    [],
  ],
  [
    'trading',
    'getSummary',
    [],
    expect.arrayContaining([expect.objectContaining({ trading_pairs: 'BTC_USDT' })]),
  ],
  ['trading', 'getTicker', [], { BTC_USDT: {} }],
  [
    'trading',
    'getOrderBook',
    [{ Market_Pair: 'BTCUSDT', Level: 2, Depth: 4 }],
    { bids: [{ quantity: 2, price: 100 }], asks: [{ quantity: 1, price: 101 }] },
  ],
  ['trading', 'getTrades', [{ market_pair: 'BTCUSDT' }], []],
  ['trading', 'getEnums', [], expect.arrayContaining([expect.objectContaining({ Class: 'Order' })])],
  ['trading', 'getOpenTradeReports', [mine], []],
];

/** The SDK knows nothing of this: it is told a host and a port, and takes what it finds there for Notbank. */
describe('the official SDK at the exchange that is served, reading', () => {
  let stage: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    stage = await start();
  });

  afterAll(() => stage.stop());

  it.each(reads)('%s %s', async (service, method, args, answer) => {
    expect(await stage.sdk.call(service, method, ...args)).toMatchObject(answer as object);
  });
});

describe('the official SDK at the exchange that is served', () => {
  let exchange: Exchange;
  let sdk: OfficialSdk;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    ({ exchange, sdk, stop } = await start());
  });

  afterEach(() => stop());

  it('logs in, and is nobody again when it has logged out', async () => {
    expect(await sdk.call('user', 'getUserAccounts', {})).toEqual([7]);
    await sdk.call('auth', 'logOut');

    await expect(sdk.call('user', 'getUserAccounts', {})).rejects.toMatchObject({ code: 20 });
    expect(await sdk.call('system', 'ping')).toEqual({ msg: 'PONG' });
  });

  it('comes back with the token of a session', async () => {
    const answer = await sdk.call('auth', 'webAuthenticateUser', {
      UserName: trader.userName,
      Password: trader.password,
    });

    expect(answer).toMatchObject({ Authenticated: true, UserId: trader.userId });
    const { SessionToken } = answer as { readonly SessionToken: string };
    expect(await sdk.call('auth', 'webAuthenticateUser', { SessionToken })).toMatchObject({
      Authenticated: true,
      UserId: trader.userId,
    });
  });

  it('places, changes, replaces and cancels orders, and finds them again', async () => {
    const first = idOf(await sdk.call('trading', 'sendOrder', { ...buy, ClientOrderId: 99 }));
    expect(await sdk.call('trading', 'getOpenOrders', { ...mine, ...market })).toMatchObject([
      { OrderId: first, ClientOrderId: 99, OrderState: 'Working', Price: 90.5, Quantity: 0.5 },
    ]);
    await sdk.call('trading', 'modifyOrder', { ...mine, ...market, OrderId: first, Quantity: 0.25 });
    const replaced = await sdk.call('trading', 'cancelReplaceOrder', {
      ...buy,
      OrderIdToReplace: first,
      LimitPrice: 91,
    });
    const { ReplacementOrderId: second } = replaced as { readonly ReplacementOrderId: number };
    expect(await sdk.call('trading', 'getOrderStatus', { ...mine, OrderId: first })).toMatchObject({
      OrderState: 'Canceled',
      OrigQuantity: 0.5,
    });
    expect(await sdk.call('trading', 'cancelOrder', { ...mine, OrderId: second })).toMatchObject({
      result: true,
    });

    expect(await sdk.call('trading', 'getOpenOrders', { ...mine, ...market })).toEqual([]);
    for (const method of ['getOrdersHistory', 'getOrders', 'getOrderHistory']) {
      const orders = (await sdk.call('trading', method, mine)) as readonly Fields[];
      expect(orders.map(({ OrderId }) => OrderId).sort()).toEqual([first, second]);
    }
    expect(await sdk.call('trading', 'getOrderHistoryByOrderId', { OrderId: first })).toMatchObject([
      { OrderState: 'Canceled', Quantity: 0.25 },
      { Quantity: 0.25 },
      { OrderState: 'Working', Quantity: 0.5 },
    ]);
  });

  it('trades, and is told what it has traded', async () => {
    const { OrderId } = (await sdk.call('trading', 'sendOrder', atMarket)) as Fields;

    for (const method of ['getAccountTrades', 'getTradesHistory']) {
      expect(await sdk.call('trading', method, mine)).toMatchObject([{ OrderId, Price: 101, Quantity: 0.5 }]);
    }
    expect(await sdk.call('trading', 'getLastTrades', { ...market, Count: 1 })).toMatchObject([
      { Price: 101, Quantity: 0.5, TakerSide: 0, BlockTrade: false },
    ]);
  });

  it('is refused as at Notbank: with a code, or with a rejected order', async () => {
    await expect(sdk.call('trading', 'cancelOrder', { ...mine, OrderId: 4_242 })).rejects.toMatchObject({
      code: 104,
    });
    await expect(sdk.call('account', 'getAccountPositions', { AccountId: 8 })).rejects.toMatchObject({
      code: 20,
    });
    expect(await sdk.call('trading', 'sendOrder', { ...buy, Quantity: 1e6 })).toMatchObject({
      status: 'Rejected',
    });
  });

  it('sends lists, and takes the code 107 that Notbank answers them with for what it calls it, a failure', async () => {
    await expect(
      sdk.call('trading', 'sendOrderList', [buy, { ...buy, LimitPrice: 91 }]),
    ).rejects.toMatchObject({
      code: 107,
    });
    const orders = (await sdk.call('trading', 'getOpenOrders', mine)) as readonly Fields[];
    expect(orders.map(({ Price }) => Price).sort()).toEqual([90.5, 91]);
    const [{ OrderId } = {}] = orders;
    const replace = { ...buy, OrderIdToReplace: OrderId, LimitPrice: 92 };
    await expect(sdk.call('trading', 'sendCancelReplaceList', [replace])).rejects.toMatchObject({
      code: 107,
    });
    const now = (await sdk.call('trading', 'getOpenOrders', mine)) as readonly Fields[];
    const list = now.map((order) => ({ ...mine, OrderId: order['OrderId'] }));
    await expect(sdk.call('trading', 'sendCancelList', list)).rejects.toMatchObject({ code: 107 });

    expect(await sdk.call('trading', 'getOpenOrders', mine)).toEqual([]);
    expect(await sdk.call('trading', 'cancelAllOrders', mine)).toMatchObject({ result: true });
  });

  it('follows the market, and no longer when it has unsubscribed', async () => {
    await sdk.call(
      'subscription',
      'subscribeLevel1',
      market,
      { handler: 'summary' },
      { handler: 'summaries' },
    );
    await sdk.call(
      'subscription',
      'subscribeLevel2',
      { ...market, Depth: 10 },
      { handler: 'book' },
      { handler: 'changes' },
    );
    await sdk.call(
      'subscription',
      'subscribeTicker',
      { ...market, Interval: 60, IncludeLastCount: 5 },
      { handler: 'bars' },
      { handler: 'bar' },
    );
    await sdk.call(
      'subscription',
      'subscribeTrades',
      { ...market, IncludeLastCount: 5 },
      { handler: 'trades' },
    );
    expect(sdk.told('summary')).toMatchObject([{ BestBid: 100, BestOffer: 101 }]);
    expect(sdk.told('book')).toMatchObject([
      [
        { 6: 100, 8: 2 },
        { 6: 101, 8: 1 },
      ],
    ]);

    exchange.market.sendOrder(limitOrder(0, '100.50', '1', 8));
    const isBetter = (payload: unknown): boolean => (payload as Fields)['BestBid'] === 100.5;
    await sdk.until('summaries', isBetter);
    expect(sdk.told('changes')).toMatchObject([[{ 6: 100.5, 8: 1, 9: 0 }]]);

    await sdk.call('subscription', 'unsubscribeLevel1', market);
    await sdk.call('subscription', 'unsubscribeLevel2', market);
    await sdk.call('subscription', 'unsubscribeTicker', market);
    await sdk.call('subscription', 'unsubscribeTrades', market);
    exchange.market.sendOrder(limitOrder(0, '100.75', '1', 8));
    await sdk.call('system', 'ping');
    expect(sdk.told('changes')).toHaveLength(1);
  });

  it('is told of its account as long as no order is: an OrderStateEvent is what it ends at, anywhere', async () => {
    const handlers = ['accountPositionEventHandler', 'transactionEventHandler', 'orderStateEventHandler'];
    expect(await sdk.call('subscription', 'subscribeAccountEvents', mine, { handlers })).toEqual({
      Subscribed: true,
    });
    expect(
      await sdk.call('subscription', 'subscribeOrderStateEvents', { ...mine, ...market }, { handler: 'x' }),
    ).toEqual({ Subscribed: true });
    exchange.market.deposit(7, 1, '0.5');
    expect(await sdk.until('accountPositionEventHandler', () => true)).toMatchObject({
      ...mine,
      ProductId: 1,
    });

    exchange.market.sendOrder(limitOrder(0, '90.00', '1', 7));
    expect(await sdk.until('uncaught', () => true)).toContain('Cannot read private member');
    expect(sdk.told('orderStateEventHandler')).toEqual([]);
  });

  it('asks for a report, waits for it, and downloads the CSV of its trades', async () => {
    await sdk.call('trading', 'sendOrder', atMarket);
    const span = { startTime: '2020-01-01T00:00:00Z', endTime: '2100-01-01T00:00:00Z' };
    const ticket = (await sdk.call('report', 'generateTradeActivityReport', {
      accountIdList: [7],
      ...span,
    })) as Fields;
    const plan = { accountIdList: [7], beginTime: '2100-01-01T00:00:00Z', frequency: 'Weekly' };
    for (const kind of ['Trade', 'Transaction', 'ProductDelta', 'ProfitAndLoss']) {
      const scheduled = (await sdk.call('report', `schedule${kind}ActivityReport`, plan)) as Fields;
      const UserReportId = scheduled['RequestId'];
      expect(await sdk.call('report', 'cancelUserReport', { UserReportId })).toMatchObject({ result: true });
    }
    for (const kind of ['Transaction', 'ProductDelta', 'PnL']) {
      expect(
        await sdk.call('report', `generate${kind}ActivityReport`, { accountIdList: [7], ...span }),
      ).toMatchObject({ RequestStatus: 'Submitted' });
    }
    const written = async (): Promise<readonly Fields[]> =>
      (await sdk.call('report', 'getUserReportTicketsByStatus', [
        { RequestStatus: 'Completed' },
      ])) as readonly Fields[];
    while ((await written()).length < 4) await sdk.call('report', 'getUserReportTickets', user);

    const records = (await sdk.call('report', 'getUserReportWriterResultRecords', user)) as readonly Fields[];
    const record = records.find(({ urtTicketId }) => urtTicketId === ticket['RequestId']);
    const DescriptorId = record?.['descriptorId'];
    expect(await sdk.call('report', 'downloadDocument', { DescriptorId })).toMatchObject({ numSlices: 1 });
    const slice = (await sdk.call('report', 'downloadDocumentSlice', {
      DescriptorId,
      sliceNum: 0,
    })) as Fields;
    const csv = Buffer.from(String(slice['base64Bytes']), 'base64').toString();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
    expect(csv).toContain('"101.00"');
    expect(
      await sdk.call('report', 'removeUserReportTicket', { UserReportTicketId: ticket['RequestId'] }),
    ).toMatchObject({ result: true });
  });
});

describe('the program for the official SDK in the guide', () => {
  it('runs as it is shown: it logs in, subscribes, places an order and cancels it', async () => {
    const guide = readFileSync(join(root, 'docs/guides/simulator.md'), 'utf8');
    const [, code = ''] = /^```mjs\n(.*?)^```$/ms.exec(guide) ?? [];
    const { port, exchange, close } = await serve({
      exchange: { ...profiles.notbank, crowd: 100 },
      tls: tls(),
    });
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', code],
      {
        cwd: root,
        env: { NODE_EXTRA_CA_CERTS: tlsFile('cert'), NOTBANK_DOMAIN: `127.0.0.1:${port}` },
        timeout: 20_000,
      },
    );
    await close();

    expect(stderr).toBe('');
    expect(stdout).toContain('accounts [ 7 ]\nsnapshot of 20\n');
    expect(stdout).toMatch(/^open 1$/m);
    expect(stdout).toMatch(/^cancelled \{ result: true/m);
    expect(exchange.received.map(({ name }) => name)).toEqual([
      'AuthenticateUser',
      'GetUserAccounts',
      'SubscribeLevel2',
      'SendOrder',
      'GetOpenOrders',
      'CancelOrder',
    ]);
  });
});
