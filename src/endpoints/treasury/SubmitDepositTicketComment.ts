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
    /** The id of the user who comments. */
    EnteredBy: IntegerInput,
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
/** What `SubmitDepositTicketComment` takes. @interface */
export type SubmitDepositTicketCommentRequest = t.TypeOf<typeof parameters>;

/**
 * Comments on a deposit. A command; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`, or a value with `success` false.
 *
 * @example
 * request$(client, SubmitDepositTicketComment, {
 *   TicketCode: 'cade9343-0fa6-444f-a67b-15c64f1054cb',
 *   TicketId: 285,
 *   EnteredBy: 5,
 *   EnteredDateTime: '2023-01-17T13:39:53.413Z',
 *   Comment: 'Paid by bank transfer.',
 * }).subscribe(({ commentid }) => console.log(commentid));
 */
export const SubmitDepositTicketComment: Endpoint<SubmitDepositTicketCommentRequest, TicketCommentReceipt> =
  endpoint({
    name: 'SubmitDepositTicketComment',
    request: parameters,
    reply: TicketCommentReceipt,
    isCommand: true,
  });
