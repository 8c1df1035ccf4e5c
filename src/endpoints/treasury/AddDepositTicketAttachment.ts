import type * as t from 'io-ts';
import { TicketAttachmentReceipt } from '../../codec/records/TicketAttachmentReceipt.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { ticketAttachmentParameters } from './ticketAttachmentParameters.ts';

/** What `AddDepositTicketAttachment` takes. @interface */
export type AddDepositTicketAttachmentRequest = t.TypeOf<typeof ticketAttachmentParameters>;

/**
 * Attaches a file to a deposit. A command; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`, or a value with `success` false.
 *
 * @example
 * request$(client, AddDepositTicketAttachment, {
 *   Base64Attachment: 'JVBERi0=',
 *   attachmentid: 0,
 *   SubmittedByUserId: 5,
 *   SubmittedByUserName: 'someone',
 *   UploadDate: '2023-01-17T13:39:53.413Z',
 *   UploadIP: '192.0.2.1',
 *   TicketNumber: 285,
 *   Description: 'A receipt',
 * }).subscribe(({ attachmentid }) => console.log(attachmentid));
 */
export const AddDepositTicketAttachment: Endpoint<
  AddDepositTicketAttachmentRequest,
  TicketAttachmentReceipt
> = endpoint({
  name: 'AddDepositTicketAttachment',
  request: ticketAttachmentParameters,
  reply: TicketAttachmentReceipt,
  read: readExactJson,
  isCommand: true,
});
