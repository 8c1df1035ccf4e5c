import type * as t from 'io-ts';
import { Instrument } from '../../codec/records/Instrument.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  together(oms, {
    /** `Both` or `Inactive`; where it is left out, the active ones come. */
    InstrumentState: TextInput,
  }),
);
/** What `GetInstruments` takes. @interface */
export type GetInstrumentsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the instruments: their ids, symbols and order rules. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetInstruments, {}).subscribe((instruments) =>
 *   instruments.forEach(({ InstrumentId, Symbol }) => console.log(InstrumentId, Symbol)),
 * );
 */
export const GetInstruments: Endpoint<GetInstrumentsRequest, readonly Instrument[]> = endpoint({
  name: 'GetInstruments',
  request: parameters,
  reply: listOf(Instrument),
});
