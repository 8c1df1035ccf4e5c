import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { DepositTicketStatus } from '../../codec/enums/DepositTicketStatus.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { ProductType } from '../../codec/enums/ProductType.ts';
import { request } from '../../codec/inputs/request.ts';
import { Ticks } from '../../codec/scalars/Ticks.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetDeposits` takes. @interface */
export type GetDepositsRequest = t.TypeOf<typeof parameters>;

const deposit = t.type(
  {
    /** The order system. */
    OMSId: Integer,
    /** The id of the deposit. */
    DepositId: Integer,
    /** The account. */
    AccountId: Integer,
    /** The sub-account; 0, as it is not in use yet. */
    SubAccountId: Integer,
    /** The product. */
    ProductId: Integer,
    /** How much was credited. */
    Amount: Decimal,
    /** When it changed last, in ticks. */
    LastUpdateTimeStamp: Ticks,
    /** The kind of the product. */
    ProductType: openEnum('ProductType', ProductType),
    /** Where its ticket stands: `FullyProcessed`. */
    TicketStatus: openEnum('DepositTicketStatus', DepositTicketStatus),
    /** What is known of the payment, as JSON text: of a coin the transaction and the addresses. */
    DepositInfo: t.string,
    /** The code of the deposit, a GUID. */
    DepositCode: t.string,
    /** The number of its ticket. */
    TicketNumber: Integer,
    /** The product that values are given in; 0 for none. */
    NotionalProductId: Integer,
    /** `Amount` in the notional product. */
    NotionalValue: Decimal,
    /** The fee. */
    FeeAmount: Decimal,
  },
  'Deposit',
);
/** What `GetDeposits` answers. */
export type GetDepositsReply = readonly Readonly<t.TypeOf<typeof deposit>>[];

/**
 * Lists the deposits that an account was credited with. A query; login needed, with the permission Operator or
 * Trading. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetDeposits, { AccountId }).subscribe((deposits) =>
 *   deposits.forEach(({ ProductId, Amount }) => console.log(ProductId, Amount)),
 * );
 */
export const GetDeposits: Endpoint<GetDepositsRequest, GetDepositsReply> = endpoint({
  name: 'GetDeposits',
  request: parameters,
  reply: listOf(deposit),
  read: readExactJson,
});
