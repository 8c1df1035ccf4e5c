import * as t from 'io-ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { isObject } from '../../codec/isObject.ts';
import { IsoTimeInput } from '../../codec/inputs/IsoTimeInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { WithdrawTicketStatus } from '../../codec/enums/WithdrawTicketStatus.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const ObjectInput = input('an object', isObject);
const NameOrIdInput = input(
  'a text or an integer',
  (u): u is string | number => typeof u === 'string' || Number.isSafeInteger(u),
);

const comment = request(
  {
    /** The id of the comment. */
    commentid: IntegerInput,
    /** The id of the user who wrote it. */
    EnteredBy: IntegerInput,
    /** When it was written, ISO 8601. */
    EnteredDateTime: IsoTimeInput,
    /** What was written. */
    Comment: TextInput,
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
    /** The code of the ticket. */
    TicketCode: TextInput,
    /** The number of the ticket. */
    TicketId: IntegerInput,
  },
  oms,
);

const attachment = request(
  {
    /** The id of the attachment. */
    attachmentid: IntegerInput,
    /** The id of the user who attached it. */
    SubmittedByUserId: IntegerInput,
    /** The name of the user who attached it; an integer in the vendor's table, a text in its sample. */
    SubmittedByUserName: NameOrIdInput,
    /** When it was attached, ISO 8601. */
    UploadDate: IsoTimeInput,
    /** The address that it was sent from. */
    UploadIP: TextInput,
    /** The number of the ticket. */
    TicketNumber: LongInput,
  },
  {},
);

const parameters = request(
  {
    /** The asset manager; usually 1. */
    AssetManagerId: IntegerInput,
    /** The account that pays. */
    AccountId: IntegerInput,
    /** The product. */
    AssetId: IntegerInput,
    /** The name of the product. */
    AssetName: TextInput,
    /** How much is paid out. */
    Amount: DecimalInput,
    /** The form that was filled in, as JSON text. */
    TemplateForm: TextInput,
    /** The kind of the form. */
    TemplateFormType: TextInput,
    /** The code of the ticket, a GUID. */
    requestcode: TextInput,
    /** The address it was asked for from. */
    RequestIP: TextInput,
    /** The id of the user who asked for it. */
    RequestUserId: IntegerInput,
    /** The name of the user who asked for it. */
    RequestUserName: TextInput,
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
    /** Where it stands from now on. */
    Status: enumInput(WithdrawTicketStatus),
    /** The fee. */
    FeeAmt: DecimalInput,
    /** The id of the user who changes it. */
    UpdatedByUser: IntegerInput,
    /** The name of the user who changes it. */
    UpdatedByUserName: TextInput,
    /** The number of the ticket. */
    TicketNumber: IntegerInput,
    /** When it was made, ISO 8601. */
    CreatedTimestamp: IsoTimeInput,
    /** When it changed last, ISO 8601; the capital S is not in the ticket that is read. */
    LastUpdateTimeStamp: IsoTimeInput,
    /** Comments on it. */
    Comments: t.readonlyArray(comment, 'a list of comments'),
    /** Files attached to it. */
    Attachments: t.readonlyArray(attachment, 'a list of attachments'),
    /** Who did what to it, as it was read. */
    AuditLog: t.readonlyArray(ObjectInput, 'a list of objects'),
  },
  oms,
);
/** What `UpdateWithdrawTicket` takes. @interface */
export type UpdateWithdrawTicketRequest = t.TypeOf<typeof parameters>;

/**
 * Changes a withdrawal; the ticket becomes what is sent, but comments and attachments cannot be taken away. A command;
 * login needed, as an operator. A refusal is a `GatewayError`. `errormsg` and `detail` are empty or `null` where
 * nothing is wrong.
 *
 * @example
 * request$(client, UpdateWithdrawTicket, {
 *   AssetManagerId: 1,
 *   AccountId,
 *   AssetId: 3,
 *   AssetName: 'Bitcoin',
 *   Amount: '0.0001',
 *   TemplateForm: '{"ExternalAddress":"an address"}',
 *   TemplateFormType: 'ToExternalBitcoinAddress',
 *   requestcode: 'd8c88f7c-a6ff-439c-a253-bf5462716429',
 *   RequestIP: '192.0.2.1',
 *   RequestUserId: 5,
 *   RequestUserName: 'someone',
 *   OperatorId: 1,
 *   Status: 'Accepted',
 *   FeeAmt: '0.000001',
 *   UpdatedByUser: 1,
 *   UpdatedByUserName: 'admin',
 *   TicketNumber: 17,
 *   CreatedTimestamp: '2022-03-21T18:12:17.614Z',
 *   LastUpdateTimeStamp: '2022-03-21T18:16:02.640Z',
 *   Comments: [],
 *   Attachments: [],
 *   AuditLog: [],
 * }).subscribe(({ result }) => console.log(result));
 */
export const UpdateWithdrawTicket: Endpoint<UpdateWithdrawTicketRequest, StandardResponse> = endpoint({
  name: 'UpdateWithdrawTicket',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
