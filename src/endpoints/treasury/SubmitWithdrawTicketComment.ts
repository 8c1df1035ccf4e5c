import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { IsoTimeInput } from '../../codec/inputs/IsoTimeInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { TicketCommentReceipt } from '../../codec/records/TicketCommentReceipt.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The code of the ticket: its `RequestCode`. */
    TicketCode: TextInput,
    /** The number of the ticket: its `TicketNumber`. */
    TicketId: IntegerInput,
    /** When the comment is written, ISO 8601. */
    EnteredDateTime: IsoTimeInput,
  },
  together(oms, {
    /** What to write. */
    Comment: TextInput,
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
  }),
);
/** What `SubmitWithdrawTicketComment` takes. @interface */
export type SubmitWithdrawTicketCommentRequest = t.TypeOf<typeof parameters>;

/**
 * Comments on a withdrawal. A command; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`, or a value with `success` false.
 *
 * @example
 * request$(client, SubmitWithdrawTicketComment, {
 *   TicketCode: '17701757-7b30-40b6-af0e-9340a58857d1',
 *   TicketId: 285,
 *   EnteredDateTime: '2023-01-17T13:39:53.413Z',
 *   Comment: 'Paid by hand.',
 * }).subscribe(({ commentid }) => console.log(commentid));
 */
export const SubmitWithdrawTicketComment: Endpoint<SubmitWithdrawTicketCommentRequest, TicketCommentReceipt> =
  endpoint({
    name: 'SubmitWithdrawTicketComment',
    request: parameters,
    reply: TicketCommentReceipt,
    isCommand: true,
  });
