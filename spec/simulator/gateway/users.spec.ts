import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs } from '../support/dial.ts';

const [trader, partner, auditor] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };

describe('a user', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dialAs(exchange, trader);
  });
  afterEach(() => exchange.close());

  it('has permissions, and hears of nobody else', () => {
    expect(call.ask('GetUserPermissions', { UserId: 64 })).toEqual(['Trading']);
    expect(call.ask('GetUserPermissions', { UserId: 65 })).toBe('Endpoint Not Found');
    expect(call.ask('GetUserPermissions', {})).toMatchObject({ errorcode: 100 });
    expect(dialAs(exchange, auditor).ask('GetUserPermissions', { UserId: 66 })).toEqual(['AccountReadOnly']);
  });

  it('has the device that it is here with', () => {
    expect(call.ask('GetUserDevices')).toMatchObject([{ UserId: 64, IsTrusted: true }]);
    expect(call.ask('GetUserDevices', { UserId: 65 })).toBe('Endpoint Not Found');
  });

  it('has nothing to settle', () => {
    const { AccountSettlementPositions, ...account } = call.ask('GetAccountSettlementPositions', own) as {
      readonly AccountSettlementPositions: readonly object[];
      readonly AccountName: string;
    };

    expect(account).toMatchObject({ AccountId: 7, AccountName: 'trader', BaseProductNetOwedAmount: 0 });
    expect(AccountSettlementPositions).toMatchObject([
      { ProductSymbol: 'BTC', ProductType: 'CryptoCurrency', Position: 0 },
      {},
      {},
      { ProductSymbol: 'CLP', ProductType: 'NationalCurrency' },
    ]);
  });

  it('who may only look may look at everything of the account', () => {
    const looker = dialAs(exchange, auditor);
    const names = [
      'GetOrders',
      'GetAccountTrades',
      'GetAccountTransactions',
      'GetAccountFees',
      'GetOpenTradeReports',
    ];

    expect(names.map((name) => Array.isArray(looker.ask(name, own)))).toEqual(names.map(() => true));
    for (const name of ['SendOrder', 'ModifyOrder', 'CancelReplaceOrder', 'CancelOrder', 'CancelAllOrders']) {
      expect(looker.ask(name, own)).toBe('Endpoint Not Found');
    }
  });

  it('is told of deposits, withdrawals, sessions and the account where they concern one, and nobody else is', () => {
    const other = dialAs(exchange, partner);
    call.ask('SubscribeAccountEvents', own);
    other.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 8 });
    exchange.market.deposit(7, 3, '10');
    exchange.market.withdraw(7, 3, '4');
    exchange.market.setSessionStatus(2, 'Paused');
    exchange.market.changeAccount(7, { VerificationLevel: 2 });
    call.ask('CancelAllOrders', { ...own, InstrumentId: 99 });

    const names = ({ frames }: Call): readonly string[] =>
      [...new Set(frames.filter(({ type }) => type === 3).map(({ name }) => name))].sort();
    expect(names(call)).toEqual([
      'AccountInfoUpdateEvent',
      'AccountPositionEvent',
      'CancelAllOrdersRejectEvent',
      'DepositEvent',
      'DepositTicketUpdateEvent',
      'MarketStateUpdate',
      'PendingDepositUpdate',
      'TransactionEvent',
      'VerificationLevelUpdateEvent',
      'WithdrawTicketUpdateEvent',
    ]);
    expect(names(other)).toEqual(['MarketStateUpdate']);
  });

  it('is told of a new verification level of an own account without a subscription, and nobody else is', () => {
    const others = [dialAs(exchange, partner), dial(exchange), dialAs(exchange, auditor)];
    others.forEach((other) => other.ask('SubscribeAccountEvents', own));
    exchange.market.changeAccount(7, { VerificationLevel: 2 });
    exchange.market.changeAccount(7, { VerificationLevel: 2 });
    exchange.market.changeAccount(8, { Frozen: true });
    const told = ({ frames }: Call): readonly unknown[] =>
      frames.filter(({ name }) => name === 'VerificationLevelUpdateEvent').map(({ payload }) => payload);

    const once = ['{"VerificationStatus":"Approved","VerificationLevel":2}'];
    expect(told(call)).toEqual(once);
    expect(others.map(told)).toEqual([[], [], once]);
  });

  it('reports a block trade, which waits for the other side, for everybody who may look', () => {
    const other = dialAs(exchange, partner);
    const mine = {
      ...own,
      InstrumentId: 1,
      Side: 0,
      Quantity: '0.1',
      LimitPrice: '100.00',
      CounterPartyId: '8',
    };
    const theirs = { ...mine, AccountId: 8, Side: 'Sell', CounterPartyId: 7 };
    const openReports = (looker: Call): unknown => looker.ask('GetOpenTradeReports', own);

    expect(call.ask('SubmitBlockTrade', { ...mine, LockedIn: false })).toMatchObject({ status: 'Accepted' });
    expect(openReports(dialAs(exchange, auditor))).toMatchObject([
      { OrderType: 'BlockTrade', OrderState: 'Working', Account: 7, CounterPartyId: 8, Quantity: 0.1 },
    ]);
    expect(call.ask('GetOpenOrders', own)).toEqual([]);
    expect(openReports(other)).toBe('Endpoint Not Found');
    expect(other.ask('SubmitBlockTrade', { ...theirs, LockedIn: false })).toMatchObject({
      status: 'Accepted',
    });
    expect(openReports(call)).toEqual([]);
    expect(call.ask('GetAccountTrades', own)).toMatchObject([
      { IsBlockTrade: true, Side: 'Buy', Quantity: 0.1 },
    ]);
  });

  it('may not report a block trade for both sides, unless an operator', () => {
    const both = {
      ...own,
      InstrumentId: 1,
      Side: 1,
      Quantity: '0.1',
      LimitPrice: 100,
      CounterPartyId: 8,
      LockedIn: true,
    };
    exchange.close();
    exchange = createExchange({ users: [trader, { ...auditor, permissions: ['Operator'] }] });

    expect(dialAs(exchange, trader).ask('SubmitBlockTrade', both)).toBe('Endpoint Not Found');
    expect(dialAs(exchange, auditor).ask('SubmitBlockTrade', both)).toMatchObject({ status: 'Accepted' });
    expect(
      dialAs(exchange, auditor).ask('SubmitBlockTrade', { ...both, CounterPartyId: 'Bob' }),
    ).toMatchObject({
      errorcode: 100,
    });
    expect(dialAs(exchange, trader).ask('GetAccountTrades', own)).toHaveLength(1);
  });

  it('hears of block trades, those before and every new one', () => {
    const block = (): void => {
      exchange.market.reportBlockTrade({
        AccountId: 7,
        CounterPartyId: 8,
        InstrumentId: 1,
        Side: 'Sell',
        Quantity: '0.1',
        LimitPrice: '100.00',
      });
    };
    block();

    expect(call.ask('SubscribeBlockTrades', { OMSId: 1, InstrumentId: 1 })).toHaveLength(2);
    block();
    expect(call.events('BlockTradeDataUpdateEvent')).toHaveLength(1);
  });
});
