import type * as t from 'io-ts';
import { Instrument } from '../../codec/records/Instrument.ts';
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
/** What `GetInstrument` takes. @interface */
export type GetInstrumentRequest = t.TypeOf<typeof parameters>;

/**
 * Tells about one instrument. A query; no login needed. An unknown one is a `GatewayError` with the code 100 or 104.
 *
 * @example
 * request$(client, GetInstrument, { InstrumentId: 1 }).subscribe(({ PriceIncrement }) => console.log(PriceIncrement));
 */
export const GetInstrument: Endpoint<GetInstrumentRequest, Instrument> = endpoint({
  name: 'GetInstrument',
  request: parameters,
  reply: Instrument,
});
