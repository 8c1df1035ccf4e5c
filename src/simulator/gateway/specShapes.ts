import * as O from 'fp-ts/lib/Option.js';
import { isObject } from '../../codec/isObject.ts';
import { aBoolean, allOf, anything, aText, needed, oneOf, type Shape, type ShapesOf } from '../../misfits.ts';
import type { AccountSpec } from '../market/account.ts';
import type { AccountChange } from '../market/accountChange.ts';
import { parseDecimal } from '../market/decimal.ts';
import type { InstrumentSpec } from '../market/instrument.ts';
import type { Product } from '../market/product.ts';
import type { SimulatedUser } from './users.ts';

const isDecimalText = (u: unknown): boolean => O.isSome(parseDecimal(u));

/** An exact number. */
const aDecimal: Shape = { expected: "a decimal text such as '0.01'", is: isDecimalText };
/** An exact number of something that there is. */
export const aDecimalAbove0: Shape = {
  expected: "a decimal text above 0 such as '0.01'",
  is: (u) => isDecimalText(u) && Number(u) > 0,
};
const anId: Shape = { expected: 'a whole number', is: Number.isSafeInteger };
/** Ids of what there is several of. */
export const ids = allOf(anId, 'a list of whole numbers');

/** Amounts by what they are of. */
export const byKey = (each: Shape, expected: string): Shape => ({
  expected,
  is: (u) => isObject(u) && Object.values(u).every((one) => one === undefined || each.is(one)),
});

/** What a user is made of. */
export const userShapes: ShapesOf<SimulatedUser> = {
  userId: needed(anId),
  userName: needed(aText),
  password: needed(aText),
  apiKey: needed(aText),
  secret: needed(aText),
  twoFactorCode: aText,
  jwtToken: aText,
  accounts: needed(ids),
  permissions: needed(
    allOf(
      oneOf('AccountReadOnly', 'Trading', 'Operator'),
      "a list of 'AccountReadOnly', 'Trading' or 'Operator'",
    ),
  ),
};

/** What a product is made of, and what it may have besides, as it does in the list of an exchange. */
export const productShapes: ShapesOf<Product> = {
  ProductId: needed(anId),
  Product: needed(aText),
  ProductFullName: needed(aText),
  ProductType: needed(oneOf('CryptoCurrency', 'NationalCurrency')),
  DecimalPlaces: needed({
    expected: 'a whole number from 0 on',
    is: (u) => typeof u === 'number' && Number.isSafeInteger(u) && u >= 0,
  }),
  OMSId: anything,
  MasterDataUniqueProductSymbol: anything,
  TickSize: anything,
  DepositEnabled: anything,
  WithdrawEnabled: anything,
  NoFees: anything,
  IsDisabled: anything,
  MarginEnabled: anything,
};

/** What an instrument is made of. */
export const instrumentShapes: ShapesOf<InstrumentSpec> = {
  InstrumentId: needed(anId),
  Symbol: needed(aText),
  Product1: needed(anId),
  Product2: needed(anId),
  SessionStatus: needed(oneOf('Running', 'RunningPostOnly', 'Paused', 'Stopped')),
  SelfTradePrevention: needed(aBoolean),
  QuantityIncrement: needed(aDecimalAbove0),
  PriceIncrement: needed(aDecimalAbove0),
  MinimumQuantity: needed(aDecimal),
  MakerFee: aDecimal,
  TakerFee: aDecimal,
};

/** What can be changed of an account. */
export const changeShapes: ShapesOf<AccountChange> = {
  DailyNotionalLimit: aDecimal,
  MonthlyNotionalLimit: aDecimal,
  VerificationLevel: anId,
  VerificationLevelName: aText,
  Frozen: aBoolean,
};

/** What an account is made of. */
export const accountShapes: ShapesOf<AccountSpec> = {
  AccountId: needed(anId),
  AccountName: needed(aText),
  UserId: needed(anId),
  UserName: needed(aText),
  balances: needed(byKey(aDecimal, "an object of decimal texts such as { BTC: '0.01' }")),
  ...changeShapes,
};
