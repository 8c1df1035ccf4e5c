import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { DepositTicketStatus } from '../../codec/enums/DepositTicketStatus.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The operator of the exchange. */
    OperatorId: IntegerInput,
    /** The account that is paid in to. */
    AccountId: IntegerInput,
    /** The product. */
    AssetId: IntegerInput,
    /** How much is paid in; above 0. */
    Amount: DecimalInput,
    /** The filled-in form, as JSON text; see `GetDepositRequestInfoTemplate`. */
    DepositInfo: TextInput,
  },
  together(oms, {
    /**
     * The user who pays.
     *
     * @default the one who is logged in, on the exchange's side
     */
    RequestUser: IntegerInput,
    /**
     * Where the ticket stands; a new one is `New` whatever is sent.
     *
     * @default New, on the exchange's side
     */
    Status: enumInput(DepositTicketStatus),
  }),
);
/** What `CreateDepositTicket` takes. @interface */
export type CreateDepositTicketRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether the ticket was made. */
      success: t.boolean,
      /** The code of the ticket, a GUID: its `RequestCode`. */
      requestcode: t.string,
      /** The number of the ticket. */
      ticketnumber: Integer,
      /** The reference of the payment. */
      referenceid: t.string,
    },
    {},
  ),
);
/** What `CreateDepositTicket` answers. @useDeclaredType */
export type CreateDepositTicketReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Announces a deposit: the account is credited once the staff have the ticket at `FullyProcessed`. Deposits of coins
 * make their tickets by themselves. A command; login needed, with the permission Operator or Trading. A refusal is a
 * `GatewayError`, or a value with `success` false. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, CreateDepositTicket, {
 *   OperatorId: 1,
 *   AccountId,
 *   AssetId: 1,
 *   Amount: '100.00',
 *   DepositInfo: '{"fullname":"Someone"}',
 * }).subscribe(({ requestcode }) => console.log(requestcode));
 */
export const CreateDepositTicket: Endpoint<CreateDepositTicketRequest, CreateDepositTicketReply> = endpoint({
  name: 'CreateDepositTicket',
  request: parameters,
  reply,
  isCommand: true,
});
