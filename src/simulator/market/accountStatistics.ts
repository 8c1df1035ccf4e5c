import { type InstrumentTurnover, notionalOf } from './accountTurnovers.ts';
import type { Decimal } from './decimal.ts';
import type { Valuation } from './position.ts';

/**
 * What an account has traded on one instrument, in the shape of GetAccountInstrumentStatistics. Days, months and
 * years are those of UTC; notional values are in the notional product.
 */
export interface AccountInstrumentStatistics {
  readonly OMSId: number;
  readonly AccountId: number;
  readonly InstrumentId: number;
  readonly InstrumentSymbol: string;
  /** Of the day, as are the three that follow. */
  readonly QuantityBought: Decimal;
  readonly QuantitySold: Decimal;
  readonly NotionalBought: Decimal;
  readonly NotionalSold: Decimal;
  readonly MonthlyQuantityBought: Decimal;
  readonly MonthlyQuantitySold: Decimal;
  readonly MonthlyNotionalBought: Decimal;
  readonly MonthlyNotionalSold: Decimal;
  /** Notional, of the day. */
  readonly TradeVolume: Decimal;
  readonly MonthlyTradeVolume: Decimal;
  /** Counts of trades. */
  readonly TotalDayBuys: number;
  readonly TotalDaySells: number;
  readonly TotalMonthBuys: number;
  readonly TotalMonthSells: number;
  readonly NotionalConversionRate: Decimal;
  readonly NotionalConversionSymbol: string;
  readonly RollingMonthlyStartDate: number;
  readonly LastTradeId: number;
  readonly NotionalProductId: number;
  readonly DailyNotionalTradeVolume: Decimal;
  readonly MonthlyNotionalTradeVolume: Decimal;
  readonly YearlyNotionalTradeVolume: Decimal;
}

/** The wire shape of what an account has traded on an instrument. */
export const accountStatisticsFrom = (
  AccountId: number,
  { instrumentId, totals, lastTradeId }: InstrumentTurnover,
  {
    symbol,
    valuation,
    now,
  }: { readonly symbol: string; readonly valuation: Valuation; readonly now: number },
): AccountInstrumentStatistics => {
  const { day, month, year } = totals.at(now);
  return {
    OMSId: 1,
    AccountId,
    InstrumentId: instrumentId,
    InstrumentSymbol: symbol,
    QuantityBought: day.quantityBought,
    QuantitySold: day.quantitySold,
    NotionalBought: day.notionalBought,
    NotionalSold: day.notionalSold,
    MonthlyQuantityBought: month.quantityBought,
    MonthlyQuantitySold: month.quantitySold,
    MonthlyNotionalBought: month.notionalBought,
    MonthlyNotionalSold: month.notionalSold,
    TradeVolume: notionalOf(day),
    MonthlyTradeVolume: notionalOf(month),
    TotalDayBuys: day.buys,
    TotalDaySells: day.sells,
    TotalMonthBuys: month.buys,
    TotalMonthSells: month.sells,
    NotionalConversionRate: valuation.rate,
    NotionalConversionSymbol: valuation.product.Product,
    RollingMonthlyStartDate: 0,
    LastTradeId: lastTradeId,
    NotionalProductId: valuation.product.ProductId,
    DailyNotionalTradeVolume: notionalOf(day),
    MonthlyNotionalTradeVolume: notionalOf(month),
    YearlyNotionalTradeVolume: notionalOf(year),
  };
};
