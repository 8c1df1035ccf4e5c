import * as t from 'io-ts';
import { Integer } from './Integer.ts';
import { Ticks } from './Ticks.ts';

/** A comment on a ticket. */
export const TicketComment = t.type(
  {
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
  },
  'TicketComment',
);
export type TicketComment = Readonly<t.TypeOf<typeof TicketComment>>;
