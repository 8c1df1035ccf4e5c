import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetInstrumentVerificationLevelConfig` takes. @interface */
export type GetInstrumentVerificationLevelConfigRequest = t.TypeOf<typeof parameters>;

const instrument = recordOf(
  {
    /** The verification level that the limits belong to. */
    VerificationLevel: Integer,
    /** The order system. */
    OMSId: Integer,
    /** The instrument. */
    InstrumentId: Integer,
    /** The symbol of the instrument. */
    InstrumentName: t.string,
    /** How much the account may buy in a day, from midnight UTC on; -1 for no limit. */
    DailyBuyLimit: Decimal,
    /** How much the account may sell in a day; -1 for no limit. */
    DailySellLimit: Decimal,
    /** How much the account may buy in a month; -1 for no limit. */
    MonthlyBuyLimit: Decimal,
    /** How much the account may sell in a month; -1 for no limit. */
    MonthlySellLimit: Decimal,
  },
  {
    /** The name of the level; `null` where it has none. */
    VerificationLevelName: nullable(t.string),
    /** How much one order may buy; -1 for no limit. */
    OrderBuyLimit: Decimal,
    /** How much one order may sell; -1 for no limit. */
    OrderSellLimit: Decimal,
    /** The product that the values of the limits below are given in. */
    NotionalProductId: Integer,
    /** What one order may be worth, in the notional product; -1 for no limit. */
    OrderNotionalLimit: Decimal,
    /** What the trades of a day may be worth, in the notional product; -1 for no limit. */
    DailyNotionalLimit: Decimal,
    /** What the trades of a month may be worth, in the notional product; -1 for no limit. */
    MonthlyNotionalLimit: Decimal,
    /** What the trades of a year may be worth, in the notional product; -1 for no limit. */
    YearlyNotionalLimit: Decimal,
  },
);

const reply = recordOf(
  {
    /** The verification level of the account. */
    Level: Integer,
    /** The order system. */
    OMSId: Integer,
    /** The limits, one entry for each instrument. */
    Instruments: listOf(instrument),
  },
  {
    /** The name of the level; `null` where it has none. */
    LevelName: nullable(t.string),
  },
);
/** What `GetInstrumentVerificationLevelConfig` answers. @interface */
export type GetInstrumentVerificationLevelConfigReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells how much an account may trade of each instrument, as far as its owner is verified. A query; login needed. A
 * refusal, such as of an account that the user may not see, is a `GatewayError`.
 *
 * @example
 * request$(client, GetInstrumentVerificationLevelConfig, { AccountId }).subscribe(({ Instruments }) =>
 *   Instruments.forEach(({ InstrumentName, DailyBuyLimit }) => console.log(InstrumentName, DailyBuyLimit)),
 * );
 */
export const GetInstrumentVerificationLevelConfig: Endpoint<
  GetInstrumentVerificationLevelConfigRequest,
  GetInstrumentVerificationLevelConfigReply
> = endpoint({
  name: 'GetInstrumentVerificationLevelConfig',
  request: parameters,
  reply: fast(reply),
});
