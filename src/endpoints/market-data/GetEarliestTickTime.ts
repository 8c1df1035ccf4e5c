import * as t from 'io-ts';
import { EpochMs } from '../../codec/EpochMs.ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { request } from '../../codec/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
export type GetEarliestTickTimeRequest = t.TypeOf<typeof parameters>;

/** The one time, in milliseconds since 1970. */
export type GetEarliestTickTimeReply = readonly [Timestamp: number];

/**
 * Tells since when there are bars of an instrument: how far back `GetTickerHistory` goes. A query; no login needed. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetEarliestTickTime, { InstrumentId: 1 }).subscribe(([time]) => console.log(new Date(time)));
 */
export const GetEarliestTickTime: Endpoint<GetEarliestTickTimeRequest, GetEarliestTickTimeReply> = endpoint({
  name: 'GetEarliestTickTime',
  request: parameters,
  reply: fast(t.tuple([EpochMs])),
});
