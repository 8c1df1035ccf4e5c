import { type Decimal, decimalOf } from './decimal.ts';

/** A coin or a currency of a simulated market, as a plain value. */
export interface ProductSpec {
  readonly ProductId: number;
  /** The symbol. */
  readonly Product: string;
  readonly ProductFullName: string;
  readonly ProductType: 'CryptoCurrency' | 'NationalCurrency';
  readonly DecimalPlaces: number;
}

/** A product in the shape of GetProducts. */
export interface Product extends ProductSpec {
  readonly OMSId: number;
  readonly MasterDataUniqueProductSymbol: string;
  readonly TickSize: Decimal;
  readonly DepositEnabled: boolean;
  readonly WithdrawEnabled: boolean;
  readonly NoFees: boolean;
  readonly IsDisabled: boolean;
  readonly MarginEnabled: boolean;
}

/** The wire shape of a configured product; the smallest step is one unit of the last decimal place. */
export const productFromSpec = (spec: ProductSpec): Product => ({
  OMSId: 1,
  ProductId: spec.ProductId,
  Product: spec.Product,
  ProductFullName: spec.ProductFullName,
  MasterDataUniqueProductSymbol: spec.Product,
  ProductType: spec.ProductType,
  DecimalPlaces: spec.DecimalPlaces,
  TickSize: decimalOf(1n, spec.DecimalPlaces),
  DepositEnabled: true,
  WithdrawEnabled: true,
  NoFees: false,
  IsDisabled: false,
  MarginEnabled: false,
});
