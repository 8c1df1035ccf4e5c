import * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  together(oms, {
    /** Only fees on this instrument. */
    InstrumentId: IntegerInput,
  }),
);
/** What `GetOMSFees` takes. @interface */
export type GetOMSFeesRequest = t.TypeOf<typeof parameters>;

/** What an entry holds is not documented anywhere. */
export type GetOMSFeesReply = readonly unknown[];

/**
 * Lists the fees on trades. A query; login needed. A refusal is a `GatewayError`. Low in use: one client knows it, and
 * no reply of it, so the entries pass as they are.
 *
 * @example
 * request$(client, GetOMSFees, { InstrumentId: 1 }).subscribe((fees) => console.log(fees));
 */
export const GetOMSFees: Endpoint<GetOMSFeesRequest, GetOMSFeesReply> = endpoint({
  name: 'GetOMSFees',
  request: parameters,
  reply: listOf(t.unknown),
  read: readExactJson,
});
