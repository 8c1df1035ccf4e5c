import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TicketAttachment } from '../../codec/records/TicketAttachment.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The id of the attachment. */
    attachmentid: IntegerInput,
  },
  {},
);
/** What `GetWithdrawTicketAttachment` takes. @interface */
export type GetWithdrawTicketAttachmentRequest = t.TypeOf<typeof parameters>;

/**
 * Reads a file that is attached to a withdrawal. A query; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`. The file, the name of its sender, the address and the description may be `null`.
 *
 * @example
 * request$(client, GetWithdrawTicketAttachment, { attachmentid: 100000002 }).subscribe(({ Base64Attachment }) =>
 *   console.log(Base64Attachment),
 * );
 */
export const GetWithdrawTicketAttachment: Endpoint<GetWithdrawTicketAttachmentRequest, TicketAttachment> =
  endpoint({
    name: 'GetWithdrawTicketAttachment',
    request: parameters,
    reply: TicketAttachment,
    read: readExactJson,
  });
