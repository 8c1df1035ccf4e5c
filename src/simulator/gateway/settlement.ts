import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { decimal } from '../market/decimal.ts';
import type { Market } from '../market/market.ts';
import type { AccountPosition } from '../market/position.ts';
import { ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { fieldsOf, integer } from './fields.ts';

const none = decimal('0.0');

const settlementOf = ({ products }: Market) => {
  const typeOf = new Map(products().map(({ ProductId, ProductType }) => [ProductId, ProductType]));
  return (position: AccountPosition) => ({
    OMSId: 1,
    AccountId: position.AccountId,
    ProductId: position.ProductId,
    ProductSymbol: position.ProductSymbol,
    ProductType: typeOf.get(position.ProductId) ?? 'Unknown',
    Position: none,
    BaseProductId: position.NotionalProductId,
    BaseProductSymbol: position.NotionalProductSymbol,
    BaseProductNotionalAmount: none,
    CreditLimit: none,
    CreditUtilization: none,
    CreditRemaining: none,
    CurrentNotionalRate: position.NotionalRate,
    CurrentBaseProductNotionalAmount: none,
  });
};

const settlements = (market: Market, accountId: number, positions: readonly AccountPosition[]) => {
  const account = market.accounts().find(({ AccountId }) => AccountId === accountId);
  return {
    OMSId: 1,
    AccountId: accountId,
    AccountName: account?.AccountName ?? '',
    CreditTier: account?.CreditTier ?? 0,
    TradingHalted: false,
    BaseProductId: positions[0]?.NotionalProductId ?? 0,
    BaseProductSymbol: positions[0]?.NotionalProductSymbol ?? '',
    BaseProductAmountFiat: none,
    BaseProductAmountCrypto: none,
    BaseProductNetOwedAmount: none,
    BaseProductNetOwedLimit: none,
    BaseProductNetOwedRemaining: none,
    BaseProductNetOwedAmountFiat: none,
    BaseProductNetOwedAmountCrypto: none,
    AccountSettlementPositions: positions.map(settlementOf(market)),
  };
};

const accountFields = fieldsOf({ OMSId: integer, AccountId: integer }, {});

/** What one account has still to settle: nothing, since trades here are settled at once and there is no credit. */
export const getAccountSettlementPositions: UserHandler = (request, context, user) =>
  pipe(
    accountFields(request),
    E.chainW((fields) => ownAccount(context, user, fields)),
    E.chainW((accountId) =>
      pipe(
        context.market.positions(accountId),
        E.map((positions) => settlements(context.market, accountId, positions)),
      ),
    ),
  );
