import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Long } from '../scalars/Long.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** Whether the file was attached. */
  success: t.boolean,
  /** The id of the attachment. */
  attachmentid: Long,
};

/** What comes of attaching a file to a ticket. Its keys are read without regard to case. */
export const TicketAttachmentReceipt = anyCase(recordOf(required, {}, 'TicketAttachmentReceipt'));
export type TicketAttachmentReceipt = Readonly<t.TypeOf<typeof TicketAttachmentReceipt>>;
