import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const guid = /^(\{?)[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(\}?)$/i;

const isGuid = (u: unknown): u is string => {
  const [, open, close] = (typeof u === 'string' ? guid.exec(u) : null) ?? [];
  return open !== undefined && (open === '{') === (close === '}');
};

const parameters = input('a GUID such as "fb9bbe89-5263-d8dd-3115-4dd33b21cee7"', isGuid, (id) =>
  id.startsWith('{') ? id : `{${id}}`,
);
/**
 * The `RequestId` of the ticket, a GUID, with or without braces.
 *
 * @useDeclaredType
 */
export type RemoveUserReportTicketRequest = t.TypeOf<typeof parameters>;

/**
 * Removes the ticket of a report. A command; login needed. A refusal is a `GatewayError`.
 *
 * It takes the id alone, not in an object, and sends it as bare text in braces, which is no JSON.
 *
 * @example
 * request$(client, RemoveUserReportTicket, 'fb9bbe89-5263-d8dd-3115-4dd33b21cee7').subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const RemoveUserReportTicket: Endpoint<RemoveUserReportTicketRequest, StandardResponse> = endpoint({
  name: 'RemoveUserReportTicket',
  request: parameters,
  write: String,
  reply: fast(StandardResponse),
  isCommand: true,
});
