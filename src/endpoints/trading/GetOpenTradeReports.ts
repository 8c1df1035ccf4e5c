import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { OpenTradeReport } from '../../codec/records/OpenTradeReport.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetOpenTradeReports` takes. @interface */
export type GetOpenTradeReportsRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the block trades of an account that wait for their other side, in the form of orders. A query; login needed.
 * A refusal is a `GatewayError`; where there are none the list is empty.
 *
 * @example
 * request$(client, GetOpenTradeReports, { AccountId: 9 }).subscribe((reports) =>
 *   reports.forEach(({ OrderId, CounterPartyId, IsLockedIn }) => console.log(OrderId, CounterPartyId, IsLockedIn)),
 * );
 */
export const GetOpenTradeReports: Endpoint<GetOpenTradeReportsRequest, readonly OpenTradeReport[]> = endpoint(
  {
    name: 'GetOpenTradeReports',
    request: parameters,
    reply: listOf(OpenTradeReport),
    read: readExactJson,
  },
);
