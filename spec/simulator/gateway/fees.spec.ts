import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder, refusal } from '../support/dial.ts';
import { trade } from '../support/scene.ts';

const [trader, partner] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };

interface Rule {
  readonly FeeId: number;
  readonly FeeType: string;
  readonly FeeAmt: number;
}

describe('the fees', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dialAs(exchange, trader);
  });
  afterEach(() => exchange.close());

  it('that are listed, are told in advance, and are charged are the same', () => {
    const rules = (
      call.ask('GetAccountFees', own) as readonly (Rule & { readonly InstrumentId: number })[]
    ).filter(({ InstrumentId }) => InstrumentId === 1);
    const taker = rules.find(({ FeeType }) => FeeType === 'TakerFee')?.FeeAmt ?? 0;
    const told = call.ask('GetOrderFee', {
      ...own,
      InstrumentId: 1,
      Side: 0,
      Quantity: '0.5',
      Price: '100.00',
      OrderType: 2,
      MakerTaker: 'Taker',
    });
    trade(exchange, '100.00', '0.5');
    const [charged] = call.ask('GetAccountTrades', own) as readonly { readonly Fee: number }[];

    expect(rules.map(({ FeeType }) => FeeType)).toEqual(['MakerFee', 'TakerFee']);
    expect(told).toEqual({ OrderFee: 0.5 * taker, ProductId: 1 });
    expect(charged?.Fee).toBe(0.5 * taker);
  });

  it('of a maker go by the role', () => {
    exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8));
    exchange.market.sendOrder(limitOrder(1, '100.00', '0.5', 7));
    const theirs = dialAs(exchange, partner).ask('GetAccountTrades', { OMSId: 1, AccountId: 8 }) as readonly {
      readonly Fee: number;
    }[];
    const told = call.ask('GetOrderFee', {
      ...own,
      InstrumentId: 1,
      Side: 'Buy',
      Amount: 0.5,
      Price: 100,
      MakerTaker: 1,
    });

    expect(theirs[0]?.Fee).toBe((told as { readonly OrderFee: number }).OrderFee);
  });

  it('have rules for every instrument, or for one, each with an id of its own', () => {
    const all = call.ask('GetOMSFees', { OMSId: 1 }) as readonly Rule[];

    expect(new Set(all.map(({ FeeId }) => FeeId)).size).toBe(10);
    expect(call.ask('GetOMSFeeTiers', { OMSId: 1, InstrumentId: 2 })).toEqual(all.slice(2, 4));
    expect(call.ask('GetOMSFees', { OMSId: 1, InstrumentId: 99 })).toMatchObject({ errorcode: 104 });
    expect(call.ask('GetOMSFees', { OMSId: 2 })).toMatchObject({ errorcode: 104 });
  });

  it.each(['GetDepositFee', 'GetWithdrawFee'])('%s is nothing', (name) => {
    const ask = (payload: object): unknown =>
      call.ask(name, { ...own, ProductId: 3, Amount: '100', ...payload });

    expect(ask({})).toEqual({
      ...{ FeeAmount: 0, TicketAmount: 100, message: 'Fee calculated successfully' },
    });
    expect(ask({ ProductId: 99 })).toMatchObject({ errorcode: 104 });
    expect(ask({ Amount: '-1' })).toEqual(refusal(100, 'Invalid Request', 'Amount must be a Number above 0'));
    expect(ask({ Amount: 'much' })).toMatchObject({ errorcode: 100 });
    expect(ask({ AccountId: 8 })).toBe('Endpoint Not Found');
  });

  it.each(['GetOMSDepositFees', 'GetOMSWithdrawFees'])('%s lists a rule for a product', (name) => {
    expect(call.ask(name, { OMSId: 1 })).toHaveLength(4);
    expect(call.ask(name, { OMSId: 1, ProductId: 3 })).toMatchObject([{ ProductId: 3, FeeAmt: 0 }]);
    expect(call.ask(name, { OMSId: 1, ProductId: 99 })).toMatchObject({ errorcode: 104 });
  });

  it('that were charged are what the transactions say', () => {
    trade(exchange, '100.00', '0.5');

    expect(call.ask('GetAccountTransactions', { ...own, TransactionTypes: ['Fee'] })).toMatchObject([
      { ProductId: 1, DR: 0.0005, CR: 0, ReferenceType: 'Trade' },
    ]);
  });
});

describe('the limits of an account', () => {
  it('are those it is held to, and -1 where there are none', () => {
    const exchange = createExchange({
      accounts: [
        {
          AccountId: 7,
          AccountName: 'trader',
          UserId: 64,
          UserName: 'trader',
          balances: { USDT: '1000' },
          DailyNotionalLimit: '150',
        },
      ],
    });
    const call = dialAs(exchange, trader);
    const { Instruments } = call.ask('GetInstrumentVerificationLevelConfig', own) as {
      readonly Instruments: readonly unknown[];
    };

    expect(Instruments).toHaveLength(5);
    expect(Instruments[0]).toMatchObject({
      DailyNotionalLimit: 150,
      MonthlyNotionalLimit: -1,
      DailyBuyLimit: -1,
    });
    expect(call.ask('SendOrder', limitOrder(0, '100.00', '2'))).toMatchObject({
      status: 'Rejected',
      errormsg: 'Exceeds_Daily_Limit',
    });
    expect(call.ask('GetVerificationLevelConfig', own)).toMatchObject({
      Level: 1,
      Products: [{ ProductName: 'BTC', DailyWithdrawLimit: -1 }, {}, {}, {}],
    });
    expect(call.ask('GetVerificationLevelConfig', { OMSId: 1, AccountId: 8 })).toBe('Endpoint Not Found');
    exchange.close();
  });
});
