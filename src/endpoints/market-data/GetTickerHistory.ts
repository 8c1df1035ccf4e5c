import type * as t from 'io-ts';
import { DateInput } from '../../codec/inputs/DateInput.ts';
import { IntegerInput, PositiveInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TickerRow } from '../../codec/records/TickerRow.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readJson } from '../../json/json.ts';
import { withNumberRows } from '../../json/numberRows.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
    /** The length of the bars in seconds; see `TickerInterval`. */
    Interval: PositiveInput,
    /** From when, UTC: `2023-01-18` or `2023-01-18 01:02:03`; or a `Date`. */
    FromDate: DateInput,
    /** Until when, in the same forms. */
    ToDate: DateInput,
  },
  oms,
);
/** What `GetTickerHistory` takes. @interface */
export type GetTickerHistoryRequest = t.TypeOf<typeof parameters>;

/**
 * The bars of an instrument within a time, the oldest first. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetTickerHistory, {
 *   InstrumentId: 1,
 *   Interval: TickerInterval.OneHour,
 *   FromDate: '2023-01-18',
 *   ToDate: '2023-01-19',
 * }).subscribe((rows) => rows.forEach((row) => console.log(tickerRowToObject(row).Close)));
 */
export const GetTickerHistory: Endpoint<GetTickerHistoryRequest, readonly TickerRow[]> = endpoint({
  name: 'GetTickerHistory',
  request: parameters,
  read: withNumberRows(readJson),
  reply: listOf(TickerRow, 'TickerRows'),
});
