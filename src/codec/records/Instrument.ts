import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { InstrumentType } from '../enums/InstrumentType.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';
import { SessionStatus } from '../enums/SessionStatus.ts';
import { nullable } from '../scalars/nullable.ts';
import { openEnum } from '../enums/openEnum.ts';

const Status = openEnum('SessionStatus', SessionStatus);

const required = {
  /** The order system that the instrument belongs to. */
  OMSId: Integer,
  /** The id by which all other functions and streams know it. */
  InstrumentId: Integer,
  /** Its name, such as `BTCCLP`. */
  Symbol: t.string,
  /** The id of the product that is bought and sold; quantities are in it. */
  Product1: Integer,
  /** The symbol of the product that is bought and sold. */
  Product1Symbol: t.string,
  /** The id of the product that it is paid in; prices are in it. */
  Product2: Integer,
  /** The symbol of the product that it is paid in. */
  Product2Symbol: t.string,
  /** The kind of the instrument. */
  InstrumentType: openEnum('InstrumentType', InstrumentType),
  /** Its id at the venue. */
  VenueInstrumentId: Integer,
  /** The venue that it trades at. */
  VenueId: Integer,
  /** Where to list it. */
  SortIndex: Integer,
  /** Orders are taken while `Running` or `RunningPostOnly`. */
  SessionStatus: Status,
  /** The status before the present one. */
  PreviousSessionStatus: Status,
  /** When the status changed last, ISO 8601; `0001-01-01T00:00:00Z` for never. */
  SessionStatusDateTime: t.string,
  /** Whether orders of one account do not fill each other. */
  SelfTradePrevention: t.boolean,
  /** The quantity of an order must be a multiple of it. */
  QuantityIncrement: Decimal,
};

const optional = {
  /** The price of an order must be a multiple of it. */
  PriceIncrement: Decimal,
  /** The smallest quantity of an order. */
  MinimumQuantity: Decimal,
  /** The lowest price of an order. */
  MinimumPrice: Decimal,
  /** Its symbol at the venue. */
  VenueSymbol: nullable(t.string),
  /** Whether it is hidden. */
  IsDisable: t.boolean,
  /** Its id in the master data. */
  MasterDataId: Integer,
  /** The quantity above which the price collar counts. */
  PriceCollarThreshold: Decimal,
  /** How far from the market an order may be priced, in percent. */
  PriceCollarPercent: Decimal,
  /** Whether there is a price collar. */
  PriceCollarEnabled: t.boolean,
  /** The lowest price there may be. */
  PriceFloorLimit: Decimal,
  /** Whether there is a lowest price. */
  PriceFloorLimitEnabled: t.boolean,
  /** The highest price there may be. */
  PriceCeilingLimit: Decimal,
  /** Whether there is a highest price. */
  PriceCeilingLimitEnabled: t.boolean,
  /** Whether it traded from its beginning. */
  CreateWithMarketRunning: t.boolean,
  /** Whether only market makers may be the other side. */
  AllowOnlyMarketMakerCounterParty: t.boolean,
  /** How far the price collar may be from the index. */
  PriceCollarIndexDifference: Decimal,
  /** Whether orders outside the collar become over-the-counter ones. */
  PriceCollarConvertToOtcEnabled: t.boolean,
  /** The user of such over-the-counter orders. */
  PriceCollarConvertToOtcClientUserId: Integer,
  /** The account of such over-the-counter orders. */
  PriceCollarConvertToOtcAccountId: Integer,
  /** The quantity above which they become so. */
  PriceCollarConvertToOtcThreshold: Decimal,
  /** The quantity above which any order becomes an over-the-counter one. */
  OtcConvertSizeThreshold: Decimal,
  /** Whether large orders become over-the-counter ones. */
  OtcConvertSizeEnabled: t.boolean,
  /** Whether over-the-counter trades are published. */
  OtcTradesPublic: t.boolean,
  /** The price tier that it belongs to. */
  PriceTier: Integer,
};

/** A market: two products, and the rules that orders on it must keep. */
export const Instrument = recordOf(required, optional, 'Instrument');
export type Instrument = Readonly<t.TypeOf<typeof Instrument>>;
