import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** Who runs the venue: 1 as a rule. */
    OperatorId: IntegerInput,
  },
  {},
);
/** What `GetOMSs` takes. @interface */
export type GetOMSsRequest = t.TypeOf<typeof parameters>;

const row = t.type({
  /** The id of the order system. */
  OMSId: Integer,
  /** Its name. */
  OMSName: t.string,
});
/** What `GetOMSs` answers. */
export type GetOMSsReply = readonly Readonly<t.TypeOf<typeof row>>[];

/**
 * Lists the order systems of an operator. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOMSs, { OperatorId: 1 }).subscribe((systems) =>
 *   systems.forEach(({ OMSId, OMSName }) => console.log(OMSId, OMSName)),
 * );
 */
export const GetOMSs: Endpoint<GetOMSsRequest, GetOMSsReply> = endpoint({
  name: 'GetOMSs',
  request: parameters,
  reply: listOf(row),
});
