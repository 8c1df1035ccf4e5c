import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The `RequestId` of the report's ticket, a GUID. */
    UserReportId: TextInput,
  },
  {},
);
/** What `CancelUserReport` takes. @interface */
export type CancelUserReportRequest = t.TypeOf<typeof parameters>;

/**
 * Ends the schedule of a report; what was written stays. A command; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, CancelUserReport, { UserReportId: 'ff4b0469-17e9-49d5-bffc-ce137508a454' }).subscribe(
 *   ({ result }) => console.log(result),
 * );
 */
export const CancelUserReport: Endpoint<CancelUserReportRequest, StandardResponse> = endpoint({
  name: 'CancelUserReport',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
