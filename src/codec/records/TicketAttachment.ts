import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Integer } from '../scalars/Integer.ts';
import { Long } from '../scalars/Long.ts';
import { nullable } from '../scalars/nullable.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The file in base 64. */
  Base64Attachment: nullable(t.string),
  /** The id of the attachment. */
  attachmentid: Integer,
  /** The id of the user who attached it. */
  SubmittedByUserId: Integer,
  /** The name of the user who attached it. */
  SubmittedByUserName: nullable(t.string),
  /** When it was attached, ISO 8601. */
  UploadDate: t.string,
  /** The address that it was sent from. */
  UploadIP: nullable(t.string),
  /** The number of the ticket. */
  TicketNumber: Long,
  /** What it is. */
  Description: nullable(t.string),
};

/** A file that is attached to a ticket. Its keys are read without regard to case. */
export const TicketAttachment = anyCase(recordOf(required, {}, 'TicketAttachment'));
export type TicketAttachment = Readonly<t.TypeOf<typeof TicketAttachment>>;
