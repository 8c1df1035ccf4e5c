import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { Integer } from '../scalars/Integer.ts';
import { ProductType } from '../enums/ProductType.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The order system that the product belongs to. */
  OMSId: Integer,
  /** The id by which all other functions know it. */
  ProductId: Integer,
  /** Its symbol, such as `BTC`. */
  Product: t.string,
  /** Its name. */
  ProductFullName: nullable(t.string),
  /** The kind of the product. */
  ProductType: openEnum('ProductType', ProductType),
  /** How many decimal places its amounts have. */
  DecimalPlaces: Integer,
  /** The smallest amount of it. */
  TickSize: Decimal,
  /** Whether trading it is free of fees. */
  NoFees: t.boolean,
};

const optional = {
  /** Its symbol in the master data. */
  MasterDataUniqueProductSymbol: nullable(t.string),
  /** Whether it can be paid in. */
  DepositEnabled: t.boolean,
  /** Whether it can be paid out. */
  WithdrawEnabled: t.boolean,
  /** Whether it is out of use. */
  IsDisabled: t.boolean,
  /** Whether it can be borrowed. */
  MarginEnabled: t.boolean,
};

/** Something that is held and traded: a currency, a coin. */
export const Product = recordOf(required, optional, 'Product');
export type Product = Readonly<t.TypeOf<typeof Product>>;
