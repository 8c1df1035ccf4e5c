import { type Decimal, subtract, sum } from '../../market/decimal.ts';
import type { OrderTrade } from '../../market/orderTrade.ts';
import { groupsOf } from './groups.ts';

/** The columns of a report on what trading has brought. */
export const profitAndLossColumns = [
  'AccountId',
  'InstrumentId',
  'QuantityBought',
  'QuantitySold',
  'ValueBought',
  'ValueSold',
  'NetQuantity',
  'NetValue',
] as const;

/** A row of such a report: quantities in the first product of the instrument, values in the second. */
export interface ProfitAndLoss {
  readonly AccountId: number;
  readonly InstrumentId: number;
  readonly QuantityBought: Decimal;
  readonly QuantitySold: Decimal;
  readonly ValueBought: Decimal;
  readonly ValueSold: Decimal;
  /** Bought less sold. */
  readonly NetQuantity: Decimal;
  /** Received less paid. */
  readonly NetValue: Decimal;
}

const resultOf = (trades: readonly OrderTrade[]): readonly ProfitAndLoss[] => {
  const [first] = trades;
  if (first === undefined) return [];
  const total = (side: OrderTrade['Side'], of: 'Quantity' | 'Value'): Decimal =>
    sum(trades.filter(({ Side }) => Side === side).map((trade) => trade[of]));
  const QuantityBought = total('Buy', 'Quantity');
  const QuantitySold = total('Sell', 'Quantity');
  const ValueBought = total('Buy', 'Value');
  const ValueSold = total('Sell', 'Value');
  return [
    {
      AccountId: first.AccountId,
      InstrumentId: first.InstrumentId,
      QuantityBought,
      QuantitySold,
      ValueBought,
      ValueSold,
      NetQuantity: subtract(QuantityBought, QuantitySold),
      NetValue: subtract(ValueSold, ValueBought),
    },
  ];
};

/** What trading has brought, instrument by instrument, before fees. */
export const profitAndLoss = (trades: readonly OrderTrade[]): readonly ProfitAndLoss[] =>
  groupsOf(trades, ({ AccountId, InstrumentId }) => `${AccountId}/${InstrumentId}`).flatMap(resultOf);
