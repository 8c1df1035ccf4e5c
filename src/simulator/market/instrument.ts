import { type Decimal, decimal } from './decimal.ts';
import type { Product } from './product.ts';

/**
 * The trading session of an instrument. Running and RunningPostOnly accept orders; the others reject orders, but allow
 * cancels.
 */
export type SessionStatus = 'Running' | 'RunningPostOnly' | 'Paused' | 'Stopped';

/** An instrument of a simulated market, as a plain value. */
export interface InstrumentSpec {
  readonly InstrumentId: number;
  readonly Symbol: string;
  /** Id of the base product, in which quantities are. */
  readonly Product1: number;
  /** Id of the quote product, in which prices are. */
  readonly Product2: number;
  readonly SessionStatus: SessionStatus;
  /** Whether an order that would trade with one of its own account stops there and its remainder is cancelled. */
  readonly SelfTradePrevention: boolean;
  /** Decimal text; quantities are multiples of it and have as many digits after the point. */
  readonly QuantityIncrement: string;
  /** Decimal text; prices are multiples of it and have as many digits after the point. */
  readonly PriceIncrement: string;
  /** Decimal text: the smallest quantity of an order. */
  readonly MinimumQuantity: string;
  /** Decimal text: the maker fee, as a fraction of what the maker receives. @default '0.0005' */
  readonly MakerFee?: string;
  /** Decimal text: the taker fee, as a fraction of what the taker receives. @default '0.001' */
  readonly TakerFee?: string;
}

/** An instrument in the shape of GetInstruments. */
export interface Instrument {
  readonly OMSId: number;
  readonly InstrumentId: number;
  readonly Symbol: string;
  readonly Product1: number;
  readonly Product1Symbol: string;
  readonly Product2: number;
  readonly Product2Symbol: string;
  readonly InstrumentType: 'Standard';
  readonly VenueInstrumentId: number;
  readonly VenueId: number;
  readonly SortIndex: number;
  readonly SessionStatus: SessionStatus;
  readonly PreviousSessionStatus: SessionStatus;
  readonly SessionStatusDateTime: string;
  readonly SelfTradePrevention: boolean;
  readonly QuantityIncrement: Decimal;
  readonly PriceIncrement: Decimal;
  readonly MinimumQuantity: Decimal;
  readonly MinimumPrice: Decimal;
  readonly VenueSymbol: string;
  readonly IsDisable: boolean;
  readonly MasterDataId: number;
  readonly PriceCollarThreshold: Decimal;
  readonly PriceCollarPercent: Decimal;
  readonly PriceCollarEnabled: boolean;
  readonly PriceFloorLimit: Decimal;
  readonly PriceFloorLimitEnabled: boolean;
  readonly PriceCeilingLimit: Decimal;
  readonly PriceCeilingLimitEnabled: boolean;
  readonly CreateWithMarketRunning: boolean;
  readonly AllowOnlyMarketMakerCounterParty: boolean;
  readonly PriceCollarIndexDifference: Decimal;
  readonly PriceCollarConvertToOtcEnabled: boolean;
  readonly PriceCollarConvertToOtcClientUserId: number;
  readonly PriceCollarConvertToOtcAccountId: number;
  readonly PriceCollarConvertToOtcThreshold: Decimal;
  readonly OtcConvertSizeEnabled: boolean;
  readonly OtcConvertSizeThreshold: Decimal;
  readonly OtcTradesPublic: boolean;
  readonly PriceTier: number;
}

const nothing = decimal('0.0');

/** What no instrument here has: collars, floors, ceilings, and orders that leave the book. */
const unlimited = {
  PriceCollarThreshold: nothing,
  PriceCollarPercent: nothing,
  PriceCollarEnabled: false,
  PriceFloorLimit: nothing,
  PriceFloorLimitEnabled: false,
  PriceCeilingLimit: nothing,
  PriceCeilingLimitEnabled: false,
  CreateWithMarketRunning: true,
  AllowOnlyMarketMakerCounterParty: false,
  PriceCollarIndexDifference: nothing,
  PriceCollarConvertToOtcEnabled: false,
  PriceCollarConvertToOtcClientUserId: 0,
  PriceCollarConvertToOtcAccountId: 0,
  PriceCollarConvertToOtcThreshold: nothing,
  OtcConvertSizeEnabled: false,
  OtcConvertSizeThreshold: nothing,
  OtcTradesPublic: false,
  PriceTier: 0,
} as const;

/** The wire shape of a configured instrument; throws a RangeError where it names a product that is not there. */
export const instrumentFromSpec = (spec: InstrumentSpec, products: readonly Product[]): Instrument => {
  const symbolOf = (id: number): string => {
    const product = products.find(({ ProductId }) => ProductId === id);
    if (product === undefined)
      throw new RangeError(`${spec.Symbol} names product ${id}, which is not there.`);
    return product.Product;
  };
  return {
    OMSId: 1,
    InstrumentId: spec.InstrumentId,
    Symbol: spec.Symbol,
    Product1: spec.Product1,
    Product1Symbol: symbolOf(spec.Product1),
    Product2: spec.Product2,
    Product2Symbol: symbolOf(spec.Product2),
    InstrumentType: 'Standard',
    VenueInstrumentId: spec.InstrumentId,
    VenueId: 1,
    SortIndex: 0,
    SessionStatus: spec.SessionStatus,
    PreviousSessionStatus: 'Stopped',
    SessionStatusDateTime: '0001-01-01T00:00:00Z',
    SelfTradePrevention: spec.SelfTradePrevention,
    QuantityIncrement: decimal(spec.QuantityIncrement),
    PriceIncrement: decimal(spec.PriceIncrement),
    MinimumQuantity: decimal(spec.MinimumQuantity),
    MinimumPrice: decimal(spec.PriceIncrement),
    VenueSymbol: spec.Symbol,
    IsDisable: false,
    MasterDataId: 0,
    ...unlimited,
  };
};
