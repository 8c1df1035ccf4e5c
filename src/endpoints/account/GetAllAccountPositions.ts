import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The id of the account to begin with. */
    StartIndex: IntegerInput,
    /** How many entries come at most. */
    Limit: IntegerInput,
  },
  oms,
);
/** What `GetAllAccountPositions` takes. @interface */
export type GetAllAccountPositionsRequest = t.TypeOf<typeof parameters>;

const row = anyCase(
  recordOf(
    {
      /** The order system of the account. */
      OMSId: Integer,
      /** The account that holds it. */
      AccountId: Integer,
      /** The symbol of the product. */
      ProductSymbol: nullable(t.string),
      /** The product that is held. */
      ProductId: Integer,
      /** All that the account has of it. */
      Amount: Decimal,
      /** The part that open orders and withdrawals keep. */
      Hold: Decimal,
      /** On its way in. */
      PendingDeposits: Decimal,
      /** On its way out. */
      PendingWithdraws: Decimal,
      /** Paid in since midnight UTC. */
      TotalDayDeposits: Decimal,
      /** Paid in this month. */
      TotalMonthDeposits: Decimal,
      /** Paid in this year. */
      TotalYearDeposits: Decimal,
      /** Paid out since midnight UTC. */
      TotalDayWithdraws: Decimal,
      /** Paid out this month. */
      TotalMonthWithdraws: Decimal,
      /** Paid out this year. */
      TotalYearWithdraws: Decimal,
    },
    {
      /** Paid in this year, in the notional product. */
      TotalYearDepositNotional: Decimal,
      /** The same, as some gateways spell it. */
      TotalYearDepositsNotional: Decimal,
      /** Paid out this year, in the notional product. */
      TotalYearWithdrawNotional: Decimal,
      /** The same, as some gateways spell it. */
      TotalYearWithdrawsNotional: Decimal,
    },
  ),
);
/** What `GetAllAccountPositions` answers. */
export type GetAllAccountPositionsReply = readonly Readonly<t.TypeOf<typeof row>>[];

/**
 * Lists what many accounts hold, one entry for each account and product, in the order of the accounts. A query; login
 * needed, with the permission `Operator`, `AccountReadOnly` or `AccountOperator`. A refusal is a `GatewayError`. The
 * keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, GetAllAccountPositions, { StartIndex: 1, Limit: 100 }).subscribe((positions) =>
 *   positions.forEach(({ AccountId, ProductSymbol, Amount }) => console.log(AccountId, ProductSymbol, Amount)),
 * );
 */
export const GetAllAccountPositions: Endpoint<GetAllAccountPositionsRequest, GetAllAccountPositionsReply> =
  endpoint({
    name: 'GetAllAccountPositions',
    request: parameters,
    reply: listOf(row),
  });
