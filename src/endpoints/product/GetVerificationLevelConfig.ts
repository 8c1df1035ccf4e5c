import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { fast } from '../../codec/fast/fast.ts';
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
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetVerificationLevelConfig` takes. @interface */
export type GetVerificationLevelConfigRequest = t.TypeOf<typeof parameters>;

const product = recordOf(
  {
    /** The product. */
    ProductId: Integer,
    /** The symbol of the product. */
    ProductName: t.string,
    /** Up to which amount a withdrawal goes through by itself; -1 for any. */
    AutoWithdrawThreshold: Decimal,
    /** How much may be paid in in a day, from midnight UTC on; -1 for no limit. */
    DailyDepositLimit: Decimal,
    /** How much may be paid in in a month; -1 for no limit. */
    MonthlyDepositLimit: Decimal,
    /** How much may be paid in in a year; -1 for no limit. */
    YearlyDepositLimit: Decimal,
    /** How much may be paid out in a day; -1 for no limit. */
    DailyWithdrawLimit: Decimal,
    /** How much may be paid out in a month; -1 for no limit. */
    MonthlyWithdrawLimit: Decimal,
    /** How much may be paid out in a year; -1 for no limit. */
    YearlyWithdrawLimit: Decimal,
    /** The product that notional limits are given in. */
    NotionalProductId: Integer,
    /** Whether what is above a limit is refused. */
    OverLimitRejected: t.boolean,
    /** How long a withdrawal waits, in seconds. */
    WithdrawProcessingDelaySec: Integer,
    /** The steps that a deposit goes through, by name. */
    DepositTicketWorkflow: t.string,
    /** The steps that a withdrawal goes through, by name. */
    WithdrawTicketWorkflow: t.string,
  },
  {
    /** The verification level that the limits belong to. */
    VerificationLevel: Integer,
    /** The name of the level; `null` where it has none. */
    VerificationLevelName: nullable(t.string),
    /** The order system. */
    OMSId: Integer,
    /** How much may be paid in in a day, in the notional product; -1 for no limit. */
    DailyDepositNotionalLimit: Decimal,
    /** How much may be paid in in a month, in the notional product; -1 for no limit. */
    MonthlyDepositNotionalLimit: Decimal,
    /** How much may be paid in in a year, in the notional product; -1 for no limit. */
    YearlyDepositNotionalLimit: Decimal,
    /** How much may be paid out in a day, in the notional product; -1 for no limit. */
    DailyWithdrawNotionalLimit: Decimal,
    /** How much may be paid out in a month, in the notional product; -1 for no limit. */
    MonthlyWithdrawNotionalLimit: Decimal,
    /** How much may be paid out in a year, in the notional product; -1 for no limit. */
    YearlyWithdrawNotionalLimit: Decimal,
    /** How much may be transferred in a day, in the notional product; -1 for no limit. */
    DailyTransferNotionalLimit: Decimal,
    /** Whether it is paid out to addresses of the whitelist alone. */
    RequireWhitelistedAddress: t.boolean,
    /** Whether withdrawals to such addresses go through by themselves. */
    AutoAcceptWhitelistedAddress: t.boolean,
  },
);

const reply = recordOf(
  {
    /** The verification level of the account. */
    Level: Integer,
    /** The order system. */
    OMSId: Integer,
    /** The limits, one entry for each product. */
    Products: listOf(product),
  },
  {
    /** The name of the level; `null` where it has none. */
    LevelName: nullable(t.string),
  },
);
/** What `GetVerificationLevelConfig` answers. @interface */
export type GetVerificationLevelConfigReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells how much of each product may be paid in and out, as far as the owner of an account is verified. A query; login
 * needed. A refusal, such as of an account that the user may not see, is a `GatewayError`.
 *
 * @example
 * request$(client, GetVerificationLevelConfig, { AccountId }).subscribe(({ Products }) =>
 *   Products.forEach(({ ProductName, DailyWithdrawLimit }) => console.log(ProductName, DailyWithdrawLimit)),
 * );
 */
export const GetVerificationLevelConfig: Endpoint<
  GetVerificationLevelConfigRequest,
  GetVerificationLevelConfigReply
> = endpoint({
  name: 'GetVerificationLevelConfig',
  request: parameters,
  reply: fast(reply),
});
