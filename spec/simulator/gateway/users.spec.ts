import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dialAs } from '../support/dial.ts';

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

  it('is told of deposits, withdrawals and sessions where they concern one, and nobody else is', () => {
    const other = dialAs(exchange, partner);
    call.ask('SubscribeAccountEvents', own);
    other.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 8 });
    exchange.market.deposit(7, 3, '10');
    exchange.market.withdraw(7, 3, '4');
    exchange.market.setSessionStatus(2, 'Paused');

    const names = ({ frames }: Call): readonly string[] =>
      [...new Set(frames.filter(({ type }) => type === 3).map(({ name }) => name))].sort();
    expect(names(call)).toEqual([
      'AccountPositionEvent',
      'DepositEvent',
      'DepositTicketUpdateEvent',
      'MarketStateUpdate',
      'PendingDepositUpdate',
      'TransactionEvent',
      'WithdrawTicketUpdateEvent',
    ]);
    expect(names(other)).toEqual(['MarketStateUpdate']);
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
