import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';

/** How fees are taken in the product of a loyalty programme. */
export const LoyaltyFeeConfig = t.type(
  {
    /** The order system. */
    OMSId: Integer,
    /** The product that fees are taken in. */
    LoyaltyProductId: Integer,
    /** The part of the fee that is let off: 0.05 for 5 %. */
    LoyaltyDiscount: Decimal,
    /** The product that the loyalty product is valued in. */
    ReferenceProductId: Integer,
    /** What one unit of the loyalty product counts for while it has no trade against the reference product. */
    ReferenceProductPrice: Decimal,
    /** Whether fees can be paid that way. */
    IsEnabled: t.boolean,
    /** When it changed last, ISO 8601. */
    LastUpdated: t.string,
    /** The id of the user who changed it last. */
    UpdatedBy: Integer,
  },
  'LoyaltyFeeConfig',
);
export type LoyaltyFeeConfig = Readonly<t.TypeOf<typeof LoyaltyFeeConfig>>;
