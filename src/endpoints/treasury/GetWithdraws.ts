import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { WithdrawTicketStatus } from '../../codec/enums/WithdrawTicketStatus.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetWithdraws` takes. @interface */
export type GetWithdrawsRequest = t.TypeOf<typeof parameters>;

const withdraw = anyCase(
  recordOf(
    {
      /** How much is paid out. */
      Amount: Decimal,
      /** The fee. */
      FeeAmount: Decimal,
      /** `Amount` in the notional product. */
      NotionalValue: Decimal,
      /** The id of the withdrawal. */
      WithdrawId: Integer,
      /** The asset manager. */
      AssetManagerId: Integer,
      /** The account. */
      AccountId: Integer,
      /** The product. */
      AssetId: Integer,
      /** The form that was filled in, as JSON text. */
      TemplateForm: nullable(t.string),
      /** The kind of the form. */
      TemplateFormType: nullable(t.string),
      /** The order system. */
      OMSId: Integer,
      /** Where its ticket stands. */
      TicketStatus: openEnum('WithdrawTicketStatus', WithdrawTicketStatus),
      /** The number of its ticket. */
      TicketNumber: Integer,
      /** The transaction that pays out, as JSON text; empty while there is none. */
      WithdrawTransactionDetails: nullable(t.string),
      /** The kind of the withdrawal. */
      WithdrawType: nullable(t.string),
      /** The code of the withdrawal, a GUID. */
      WithdrawCode: nullable(t.string),
      /** The kind of the product, by its number. */
      AssetType: Integer,
      /** Whether it was accepted again. */
      Reaccepted: t.boolean,
      /** The product that values are given in. */
      NotionalProductId: Integer,
    },
    {},
    'Withdraw',
  ),
);
/** What `GetWithdraws` answers. */
export type GetWithdrawsReply = readonly Readonly<t.TypeOf<typeof withdraw>>[];

/**
 * Lists the withdrawals of an account in the short form of older gateways. A query; login needed, with the permission
 * Operator or Trading. A refusal is a `GatewayError`. The form, the details, the kind and the code may be `null`. The
 * keys of an entry are read without regard to case.
 *
 * @example
 * request$(client, GetWithdraws, { AccountId }).subscribe((withdrawals) =>
 *   withdrawals.forEach(({ AssetId, Amount, TicketStatus }) => console.log(AssetId, Amount, TicketStatus)),
 * );
 */
export const GetWithdraws: Endpoint<GetWithdrawsRequest, GetWithdrawsReply> = endpoint({
  name: 'GetWithdraws',
  request: parameters,
  reply: listOf(withdraw),
});
