import * as t from 'io-ts';
import { EpochMs } from '../../codec/scalars/EpochMs.ts';
import { fast } from '../../codec/fast/fast.ts';
import { guarded } from '../../codec/fast/guarded.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
/** What `GetEarliestTickTime` takes. @interface */
export type GetEarliestTickTimeRequest = t.TypeOf<typeof parameters>;

/** The one time, in milliseconds since 1970; none where the instrument has no bars. */
export type GetEarliestTickTimeReply = readonly [Timestamp?: number];

const time = t.tuple([EpochMs], 'a list of one time or none');
const isEmpty = (u: unknown): u is readonly [] => Array.isArray(u) && u.length === 0;
const reply = guarded(
  new t.Type<GetEarliestTickTimeReply>(
    time.name,
    (u): u is GetEarliestTickTimeReply => isEmpty(u) || time.is(u),
    (u, context) => (isEmpty(u) ? t.success(u) : time.validate(u, context)),
    t.identity,
  ),
  time,
);

/**
 * Tells since when there are bars of an instrument: how far back `GetTickerHistory` goes. A query; no login needed. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetEarliestTickTime, { InstrumentId: 1 }).subscribe(([time]) =>
 *   console.log(time === undefined ? 'no bars yet' : new Date(time)),
 * );
 */
export const GetEarliestTickTime: Endpoint<GetEarliestTickTimeRequest, GetEarliestTickTimeReply> = endpoint({
  name: 'GetEarliestTickTime',
  request: parameters,
  reply: fast(reply),
});
