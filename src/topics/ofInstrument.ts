import * as t from 'io-ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { oms } from '../codec/inputs/OMSId.ts';
import { request } from '../codec/inputs/request.ts';
import { type Call, call, endpoint } from '../endpoint.ts';

/** The parameters that identify a stream of market data. */
export const OfInstrument = request(
  {
    /** The instrument. */
    InstrumentId: IntegerInput,
  },
  oms,
);
export type OfInstrument = t.TypeOf<typeof OfInstrument>;

/** Makes the call that ends a stream of market data; its reply is ignored. */
export const unsubscribeFrom = (name: string): ((params: OfInstrument) => Call<unknown>) => {
  const unsubscribe = endpoint({ name, request: OfInstrument, reply: t.unknown });
  return ({ OMSId, InstrumentId }) => call(unsubscribe, { OMSId, InstrumentId });
};
