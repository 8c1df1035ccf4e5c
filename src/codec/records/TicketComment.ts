import * as t from 'io-ts';
import { Integer } from '../scalars/Integer.ts';
import { Ticks } from '../scalars/Ticks.ts';

const fields = {
  /** The id of the comment. */
  CommentId: Integer,
  /** The id of the user who wrote it. */
  EnteredBy: Integer,
  /** When it was written, ISO 8601. */
  EnteredDateTime: t.string,
  /** When it was written, in ticks. */
  EnteredDateTimeTick: Ticks,
  /** What was written. */
  Comment: t.string,
  /** The operator. */
  OperatorId: Integer,
  /** The order system. */
  OMSId: Integer,
  /** The code of the ticket: its `RequestCode`. */
  TicketCode: t.string,
  /** The number of the ticket. */
  TicketId: Integer,
};

/** What {@link TicketComment} is made of; a type with a name, for the sake of records that contain one. */
export type TicketCommentFields = { [K in keyof typeof fields]: (typeof fields)[K] };

/** A comment on a ticket. */
export const TicketComment = t.type<TicketCommentFields>(fields, 'TicketComment');
export type TicketComment = Readonly<t.TypeOf<typeof TicketComment>>;
