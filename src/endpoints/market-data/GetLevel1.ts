import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { Level1 } from '../../codec/records/Level1.ts';
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
/** What `GetLevel1` takes. @interface */
export type GetLevel1Request = t.TypeOf<typeof parameters>;

/**
 * The best prices of an instrument and its day so far. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetLevel1, { InstrumentId: 1 }).subscribe(({ BestBid, BestOffer }) => console.log(BestBid, BestOffer));
 */
export const GetLevel1: Endpoint<GetLevel1Request, Level1> = endpoint({
  name: 'GetLevel1',
  request: parameters,
  reply: fast(Level1),
});
