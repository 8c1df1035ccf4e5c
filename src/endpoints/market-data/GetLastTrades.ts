import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { TradeRow } from '../../codec/records/TradeRow.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { withNumberRows } from '../../json/numberRows.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  together(oms, {
    /**
     * How many trades come at most.
     *
     * @default 100, on the exchange's side
     */
    Count: IntegerInput,
  }),
);
/** What `GetLastTrades` takes. @interface */
export type GetLastTradesRequest = t.TypeOf<typeof parameters>;

/**
 * The last public trades of an instrument, the oldest first. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetLastTrades, { InstrumentId: 1, Count: 10 }).subscribe((rows) =>
 *   rows.forEach((row) => console.log(row[TradeColumn.Price], row[TradeColumn.Quantity])),
 * );
 */
export const GetLastTrades: Endpoint<GetLastTradesRequest, readonly TradeRow[]> = endpoint({
  name: 'GetLastTrades',
  request: parameters,
  reply: listOf(TradeRow, 'TradeRows'),
  // Any trader chooses the client order id in a row, and so could have one refused as rounded.
  read: withNumberRows(readExactJson),
});
