import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountInstrumentStatistics` takes. @interface */
export type GetAccountInstrumentStatisticsRequest = t.TypeOf<typeof parameters>;

const statistics = recordOf(
  {
    /** The order system; also read as `OMSID`. */
    OMSId: Integer,
    /** The account. */
    AccountId: Integer,
    /** The instrument. */
    InstrumentId: Integer,
    /** The symbol of the instrument. */
    InstrumentSymbol: t.string,
    /** The quantity bought since midnight UTC. */
    QuantityBought: Decimal,
    /** The quantity sold since midnight UTC. */
    QuantitySold: Decimal,
    /** What was paid since midnight UTC. */
    NotionalBought: Decimal,
    /** What was received since midnight UTC. */
    NotionalSold: Decimal,
    /** The quantity bought within a month. */
    MonthlyQuantityBought: Decimal,
    /** The quantity sold within a month. */
    MonthlyQuantitySold: Decimal,
    /** What was paid within a month. */
    MonthlyNotionalBought: Decimal,
    /** What was received within a month. */
    MonthlyNotionalSold: Decimal,
    /** What was traded since midnight UTC. */
    TradeVolume: Decimal,
    /** What was traded within a month. */
    MonthlyTradeVolume: Decimal,
    /** How often the account bought since midnight UTC. */
    TotalDayBuys: Integer,
    /** How often the account sold since midnight UTC. */
    TotalDaySells: Integer,
    /** How often the account bought within a month. */
    TotalMonthBuys: Integer,
    /** How often the account sold within a month. */
    TotalMonthSells: Integer,
    /** What one unit is worth in the notional product. */
    NotionalConversionRate: Decimal,
    /** When the month begins; 0 for not said. */
    RollingMonthlyStartDate: Long,
    /** The account's last trade on the instrument. */
    LastTradeId: Long,
    /** The value traded since midnight UTC, in the notional product. */
    DailyNotionalTradeVolume: Decimal,
    /** The value traded within a month, in the notional product. */
    MonthlyNotionalTradeVolume: Decimal,
    /** The value traded within a year, in the notional product. */
    YearlyNotionalTradeVolume: Decimal,
  },
  {
    /** The symbol of the notional product; `null` where there is none. */
    NotionalConversionSymbol: nullable(t.string),
    /** The product that values are given in. */
    NotionalProductId: Integer,
  },
);
const reply = listOf(anyCase(statistics));
/** What `GetAccountInstrumentStatistics` answers. */
export type GetAccountInstrumentStatisticsReply = readonly Readonly<t.TypeOf<typeof statistics>>[];

/**
 * Sums up what an account has traded, one entry for each instrument. A query; login needed. A refusal is a
 * `GatewayError`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetAccountInstrumentStatistics, { AccountId }).subscribe((statistics) =>
 *   statistics.forEach(({ InstrumentSymbol, TradeVolume }) => console.log(InstrumentSymbol, TradeVolume)),
 * );
 */
export const GetAccountInstrumentStatistics: Endpoint<
  GetAccountInstrumentStatisticsRequest,
  GetAccountInstrumentStatisticsReply
> = endpoint({
  name: 'GetAccountInstrumentStatistics',
  request: parameters,
  reply,
  read: readExactJson,
});
