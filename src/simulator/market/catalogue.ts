import type { AccountSpec } from './account.ts';
import type { InstrumentSpec } from './instrument.ts';
import type { ProductSpec } from './product.ts';

/** What is traded unless a market is told otherwise. */
export const defaultProducts: readonly ProductSpec[] = [
  {
    ProductId: 1,
    Product: 'BTC',
    ProductFullName: 'Bitcoin',
    ProductType: 'CryptoCurrency',
    DecimalPlaces: 8,
  },
  {
    ProductId: 2,
    Product: 'ETH',
    ProductFullName: 'Ethereum',
    ProductType: 'CryptoCurrency',
    DecimalPlaces: 8,
  },
  {
    ProductId: 3,
    Product: 'USDT',
    ProductFullName: 'Tether',
    ProductType: 'CryptoCurrency',
    DecimalPlaces: 8,
  },
  {
    ProductId: 4,
    Product: 'CLP',
    ProductFullName: 'Chilean peso',
    ProductType: 'NationalCurrency',
    DecimalPlaces: 4,
  },
];

const running = { SessionStatus: 'Running', SelfTradePrevention: true } as const;

/** Three that move, one that nobody quotes (BTCCLP), one that is stopped (ETHBTC). */
export const defaultInstruments: readonly InstrumentSpec[] = [
  {
    ...running,
    InstrumentId: 1,
    Symbol: 'BTCUSDT',
    Product1: 1,
    Product2: 3,
    QuantityIncrement: '0.000001',
    PriceIncrement: '0.01',
    MinimumQuantity: '0.000100',
  },
  {
    ...running,
    SelfTradePrevention: false,
    InstrumentId: 2,
    Symbol: 'ETHUSDT',
    Product1: 2,
    Product2: 3,
    QuantityIncrement: '0.00001',
    PriceIncrement: '0.01',
    MinimumQuantity: '0.00100',
  },
  {
    ...running,
    InstrumentId: 3,
    Symbol: 'USDTCLP',
    Product1: 3,
    Product2: 4,
    QuantityIncrement: '0.01',
    PriceIncrement: '0.05',
    MinimumQuantity: '1.00',
  },
  {
    ...running,
    InstrumentId: 4,
    Symbol: 'BTCCLP',
    Product1: 1,
    Product2: 4,
    QuantityIncrement: '0.0001',
    PriceIncrement: '1000',
    MinimumQuantity: '0.0001',
  },
  {
    ...running,
    SessionStatus: 'Stopped',
    InstrumentId: 5,
    Symbol: 'ETHBTC',
    Product1: 2,
    Product2: 1,
    QuantityIncrement: '0.001',
    PriceIncrement: '0.00001',
    MinimumQuantity: '0.001',
  },
];

/** Where the crowd starts to quote: instrument id to price. What is left out stays empty. */
export const defaultPrices: Readonly<Record<number, string>> = { 1: '104300.00', 2: '3900.00', 3: '945.00' };

const crowdBalances = { BTC: '100000', ETH: '1000000', USDT: '100000000000', CLP: '10000000000000' };

/** The accounts that the crowd trades with: two makers, two takers. */
export const defaultCrowdAccountIds: readonly number[] = [901, 902, 903, 904];

/** Where the fees go. */
export const feeAccount: AccountSpec = {
  AccountId: 900,
  AccountName: 'exchange fees',
  UserId: 900,
  UserName: 'exchange',
  balances: {},
};

/** Two traders with modest means (the second one shares its user with the third), and the crowd. */
export const defaultAccounts: readonly AccountSpec[] = [
  {
    AccountId: 7,
    AccountName: 'trader',
    UserId: 64,
    UserName: 'trader',
    balances: { BTC: '2', ETH: '30', USDT: '250000', CLP: '5000000' },
  },
  {
    AccountId: 8,
    AccountName: 'partner',
    UserId: 65,
    UserName: 'partner',
    balances: { BTC: '1', USDT: '100000' },
  },
  {
    AccountId: 9,
    AccountName: 'partner savings',
    UserId: 65,
    UserName: 'partner',
    balances: { CLP: '90000' },
  },
  ...defaultCrowdAccountIds.map((AccountId) => ({
    AccountId,
    AccountName: `crowd ${AccountId}`,
    UserId: AccountId,
    UserName: `crowd ${AccountId}`,
    balances: crowdBalances,
  })),
];
