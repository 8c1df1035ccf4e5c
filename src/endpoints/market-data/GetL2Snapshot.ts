import type * as t from 'io-ts';
import { PositiveInput, IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { type Level2Row, Level2Rows } from '../../codec/records/Level2Row.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readJson } from '../../json/json.ts';
import { withNumberRows } from '../../json/numberRows.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
    /** How many levels come at most, on each side. */
    Depth: PositiveInput,
  },
  oms,
);
/** What `GetL2Snapshot` takes. @interface */
export type GetL2SnapshotRequest = t.TypeOf<typeof parameters>;

/**
 * The order book as it is: the bids, best first, then the asks, best first. A query; no login needed. A refusal is a
 * `GatewayError`; an empty book is an empty list.
 *
 * @example
 * request$(client, GetL2Snapshot, { InstrumentId: 1, Depth: 10 }).subscribe((rows) =>
 *   rows.forEach((row) => console.log(row[Level2Column.Price], row[Level2Column.Quantity])),
 * );
 */
export const GetL2Snapshot: Endpoint<GetL2SnapshotRequest, readonly Level2Row[]> = endpoint({
  name: 'GetL2Snapshot',
  request: parameters,
  read: withNumberRows(readJson),
  reply: Level2Rows,
});
