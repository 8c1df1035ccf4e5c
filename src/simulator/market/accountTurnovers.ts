import { type Decimal, add, sum, zero } from './decimal.ts';
import type { OrderTrade } from './orderTrade.ts';
import { type PeriodTotals, createPeriodTotals } from './periodTotals.ts';

/** What an account has bought and sold of an instrument in some stretch of time. */
export interface AccountTurnover {
  readonly quantityBought: Decimal;
  readonly quantitySold: Decimal;
  readonly notionalBought: Decimal;
  readonly notionalSold: Decimal;
  readonly buys: number;
  readonly sells: number;
}

/** One account on one instrument. */
export interface InstrumentTurnover {
  readonly instrumentId: number;
  readonly totals: PeriodTotals<AccountTurnover>;
  readonly lastTradeId: number;
}

/** What every account has traded. */
export interface AccountTurnovers {
  readonly record: (trade: OrderTrade) => void;
  /** One for each instrument the account has traded, in the order of the first trades. */
  readonly of: (accountId: number) => readonly InstrumentTurnover[];
  /** The notional value of all the account has traded in the day and the month of a time. */
  readonly notional: (accountId: number, ms: number) => { readonly day: Decimal; readonly month: Decimal };
}

const nothing: AccountTurnover = {
  quantityBought: zero,
  quantitySold: zero,
  notionalBought: zero,
  notionalSold: zero,
  buys: 0,
  sells: 0,
};
const plus = (a: AccountTurnover, b: AccountTurnover): AccountTurnover => ({
  quantityBought: add(a.quantityBought, b.quantityBought),
  quantitySold: add(a.quantitySold, b.quantitySold),
  notionalBought: add(a.notionalBought, b.notionalBought),
  notionalSold: add(a.notionalSold, b.notionalSold),
  buys: a.buys + b.buys,
  sells: a.sells + b.sells,
});
const turnoverOf = ({ Side, Quantity, NotionalValue }: OrderTrade): AccountTurnover =>
  Side === 'Buy'
    ? { ...nothing, quantityBought: Quantity, notionalBought: NotionalValue, buys: 1 }
    : { ...nothing, quantitySold: Quantity, notionalSold: NotionalValue, sells: 1 };

/** Bought and sold together. */
export const notionalOf = ({ notionalBought, notionalSold }: AccountTurnover): Decimal =>
  add(notionalBought, notionalSold);

/** Nobody has traded. */
export const createAccountTurnovers = (): AccountTurnovers => {
  const accounts = new Map<number, Map<number, InstrumentTurnover>>();
  const of = (accountId: number): readonly InstrumentTurnover[] => [
    ...(accounts.get(accountId)?.values() ?? []),
  ];
  return {
    record: (trade) => {
      const theirs = accounts.get(trade.AccountId) ?? new Map<number, InstrumentTurnover>();
      accounts.set(trade.AccountId, theirs);
      const { InstrumentId: instrumentId, TradeId: lastTradeId } = trade;
      const totals = theirs.get(instrumentId)?.totals ?? createPeriodTotals(nothing, plus);
      totals.add(trade.TradeTimeMS, turnoverOf(trade));
      theirs.set(instrumentId, { instrumentId, totals, lastTradeId });
    },
    of,
    notional: (accountId, ms) => {
      const totals = of(accountId).map((turnover) => turnover.totals.at(ms));
      return {
        day: sum(totals.map(({ day }) => notionalOf(day))),
        month: sum(totals.map(({ month }) => notionalOf(month))),
      };
    },
  };
};
