import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { openEnum } from '../../codec/enums/openEnum.ts';
import { ProductType } from '../../codec/enums/ProductType.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `GetAccountSettlementPositions` takes. @interface */
export type GetAccountSettlementPositionsRequest = t.TypeOf<typeof parameters>;

const position = t.type({
  /** The order system. */
  OMSId: Integer,
  /** The account. */
  AccountId: Integer,
  /** The product. */
  ProductId: Integer,
  /** The symbol of the product. */
  ProductSymbol: t.string,
  /** The kind of the product. */
  ProductType: openEnum('ProductType', ProductType),
  /** How much of it the account has to receive; below 0 how much it owes. */
  Position: Decimal,
  /** The product that values are given in. */
  BaseProductId: Integer,
  /** The symbol of the product that values are given in; `null` where it is not said. */
  BaseProductSymbol: nullable(t.string),
  /** What the position is worth, in the base product. */
  BaseProductNotionalAmount: Decimal,
  /** How much of the product the account may owe. */
  CreditLimit: Decimal,
  /** How much of that is used. */
  CreditUtilization: Decimal,
  /** How much of that is left. */
  CreditRemaining: Decimal,
  /** What one unit is worth now, in the base product. */
  CurrentNotionalRate: Decimal,
  /** What the position is worth now, in the base product. */
  CurrentBaseProductNotionalAmount: Decimal,
});

const reply = t.type({
  /** The order system. */
  OMSId: Integer,
  /** The account. */
  AccountId: Integer,
  /** The name of the account. */
  AccountName: t.string,
  /** The credit tier it belongs to. */
  CreditTier: Integer,
  /** Whether the account may not trade for now. */
  TradingHalted: t.boolean,
  /** The product that values are given in. */
  BaseProductId: Integer,
  /** The symbol of the product that values are given in. */
  BaseProductSymbol: t.string,
  /** What the positions in national currencies are worth, in the base product. */
  BaseProductAmountFiat: Decimal,
  /** What the positions in crypto currencies are worth, in the base product. */
  BaseProductAmountCrypto: Decimal,
  /** What the account owes on the whole, in the base product. */
  BaseProductNetOwedAmount: Decimal,
  /** How much it may owe. */
  BaseProductNetOwedLimit: Decimal,
  /** How much of that is left. */
  BaseProductNetOwedRemaining: Decimal,
  /** The part that it owes in national currencies. */
  BaseProductNetOwedAmountFiat: Decimal,
  /** The part that it owes in crypto currencies. */
  BaseProductNetOwedAmountCrypto: Decimal,
  /** The positions, one for each product. */
  AccountSettlementPositions: listOf(position),
});
/** What `GetAccountSettlementPositions` answers. @interface */
export type GetAccountSettlementPositionsReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells what an account that trades on credit has still to settle. A query; login needed. A refusal is a
 * `GatewayError`. Low in use: one client knows it by name alone, the fields are those of the platform's manual.
 *
 * @example
 * request$(client, GetAccountSettlementPositions, { AccountId }).subscribe((reply) =>
 *   console.log(reply.BaseProductNetOwedAmount, reply.BaseProductSymbol),
 * );
 */
export const GetAccountSettlementPositions: Endpoint<
  GetAccountSettlementPositionsRequest,
  GetAccountSettlementPositionsReply
> = endpoint({
  name: 'GetAccountSettlementPositions',
  request: parameters,
  reply: fast(reply),
});
