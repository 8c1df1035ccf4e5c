import type * as t from 'io-ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { DepositTicketStatus } from '../../codec/enums/DepositTicketStatus.ts';
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
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const ObjectInput = input('an object', isObject);

const parameters = request(
  {
    /** The asset manager; usually 1. */
    AssetManagerId: IntegerInput,
    /** The account that is paid in to. */
    AccountId: IntegerInput,
    /** The product. */
    AssetId: IntegerInput,
    /** How much is paid in. */
    Amount: DecimalInput,
    /** The id of the user who asked for it. */
    RequestUser: IntegerInput,
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
    /** Where it stands from now on. */
    Status: enumInput(DepositTicketStatus),
    /** The fee. */
    FeeAmt: DecimalInput,
    /** The id of the user who changes it. */
    UpdatedByUser: IntegerInput,
    /** The number of the ticket. */
    TicketNumber: LongInput,
    /** The form that was filled in, as an object and not as text. */
    DepositInfo: ObjectInput,
    /** When it was made, ISO 8601. */
    CreatedTimestamp: IsoTimeInput,
    /** When it changed last, ISO 8601; the capital S is only here. */
    LastUpdateTimeStamp: IsoTimeInput,
  },
  together(oms, {
    /** The name of the product. */
    AssetName: TextInput,
    /** The code of the ticket, a GUID. */
    requestcode: TextInput,
    /** The address it was asked for from. */
    RequestIP: TextInput,
    /** The name of the user who asked for it. */
    RequestUserName: TextInput,
    /** The name of the user who changes it. */
    UpdatedByUserName: TextInput,
    /** Comments on it, as text. */
    Comments: TextInput,
    /** Files attached to it, as text. */
    Attachments: TextInput,
  }),
);
/** What `UpdateDepositTicket` takes. @interface */
export type UpdateDepositTicketRequest = t.TypeOf<typeof parameters>;

/**
 * Changes a deposit; the ticket becomes what is sent. A command; login needed, as an operator. A refusal is a
 * `GatewayError`. `errormsg` and `detail` are empty or `null` where nothing is wrong.
 *
 * @example
 * request$(client, UpdateDepositTicket, {
 *   AssetManagerId: 1,
 *   AccountId,
 *   AssetId: 1,
 *   Amount: '100.00',
 *   RequestUser: 5,
 *   OperatorId: 1,
 *   Status: 'Accepted',
 *   FeeAmt: '3.00',
 *   UpdatedByUser: 1,
 *   TicketNumber: 316,
 *   DepositInfo: { fullname: 'Someone' },
 *   CreatedTimestamp: '2023-04-17T08:07:44.516Z',
 *   LastUpdateTimeStamp: '2023-04-17T08:07:44.555Z',
 * }).subscribe(({ result }) => console.log(result));
 */
export const UpdateDepositTicket: Endpoint<UpdateDepositTicketRequest, StandardResponse> = endpoint({
  name: 'UpdateDepositTicket',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
