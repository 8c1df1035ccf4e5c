import type * as t from 'io-ts';
import { Level1 } from '../../codec/records/Level1.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { mended } from '../../codec/fast/mended.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, oms);
/** What `GetLevel1Summary` takes. @interface */
export type GetLevel1SummaryRequest = t.TypeOf<typeof parameters>;

/** Each entry is sent as the JSON text of itself. */
const Level1Text = mended(Level1, (u, read) => read(u));

/**
 * The best prices of every instrument and its day so far. A query; no login needed. A refusal is a `GatewayError`.
 * The exchange writes each entry as a text within the JSON; they come out as objects all the same.
 *
 * @example
 * request$(client, GetLevel1Summary, {}).subscribe((summary) =>
 *   summary.forEach(({ InstrumentId, BestBid, BestOffer }) => console.log(InstrumentId, BestBid, BestOffer)),
 * );
 */
export const GetLevel1Summary: Endpoint<GetLevel1SummaryRequest, readonly Level1[]> = endpoint({
  name: 'GetLevel1Summary',
  request: parameters,
  reply: listOf(Level1Text),
});
