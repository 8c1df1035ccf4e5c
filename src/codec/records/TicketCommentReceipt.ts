import * as t from 'io-ts';
import { anyCase } from '../fast/anyCase.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** Whether the comment was added. */
  success: t.boolean,
  /** The id of the comment. */
  commentid: Integer,
};

const optional = {
  /** The same as `commentid`, in the spelling of the vendor's table; not seen on the wire. */
  commenid: Integer,
};

/** What comes of a comment on a ticket. Its keys are read without regard to case. */
export const TicketCommentReceipt = anyCase(recordOf(required, optional, 'TicketCommentReceipt'));
export type TicketCommentReceipt = Readonly<t.TypeOf<typeof TicketCommentReceipt>>;
