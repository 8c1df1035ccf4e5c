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
/** What `GetDepositTicketAttachment` takes. @interface */
export type GetDepositTicketAttachmentRequest = t.TypeOf<typeof parameters>;

/**
 * Reads a file that is attached to a deposit. A query; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`. The file, the name of its sender, the address and the description may be `null`.
 *
 * @example
 * request$(client, GetDepositTicketAttachment, { attachmentid: 100000002 }).subscribe(({ Base64Attachment }) =>
 *   console.log(Base64Attachment),
 * );
 */
export const GetDepositTicketAttachment: Endpoint<GetDepositTicketAttachmentRequest, TicketAttachment> =
  endpoint({
    name: 'GetDepositTicketAttachment',
    request: parameters,
    reply: TicketAttachment,
    read: readExactJson,
  });
