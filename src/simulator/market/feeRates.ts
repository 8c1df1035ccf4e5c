import { type Decimal, decimal, multiply, rescale } from './decimal.ts';
import type { InstrumentSpec } from './instrument.ts';

/** What a trade is charged, as a share of what is received: 0.001 is a tenth of a percent. */
export interface FeeRates {
  readonly maker: Decimal;
  readonly taker: Decimal;
}

/** The rates of a configured instrument. */
export const feeRatesFromSpec = ({ MakerFee = '0.0005', TakerFee = '0.001' }: InstrumentSpec): FeeRates => ({
  maker: decimal(MakerFee),
  taker: decimal(TakerFee),
});

/** The fee of an execution that brings in so much of a product; what its decimal places cannot hold is let off. */
export const feeOf = (
  { maker, taker }: FeeRates,
  role: 'Maker' | 'Taker',
  received: Decimal,
  decimalPlaces: number,
): Decimal => rescale(multiply(received, role === 'Maker' ? maker : taker), decimalPlaces);
