import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import type { Outcome } from '../market/outcome.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import { accountsOf } from './accounts.ts';
import type { Context, UserHandler } from './context.ts';
import { itemsOf } from './items.ts';
import { cancelItemFields, forOwnAccount, orderFields, replacementFields } from './orderFields.ts';
import { publishOutcome } from './publishOutcome.ts';
import type { Request } from './request.ts';
import type { SimulatedUser } from './users.ts';

/** A list with an entry that cannot be read, or is for another's account, is refused as a whole. */
const takeList =
  <A extends { readonly OMSId: number; readonly AccountId: number | string | bigint }>(
    read: (item: Request) => E.Either<StandardResponse, A>,
    act: (context: Context, user: SimulatedUser, items: readonly A[]) => Outcome<StandardResponse>,
  ): UserHandler =>
  (request, context, user) =>
    pipe(
      itemsOf(read)(request, context.limits),
      E.chainW(E.traverseArray(forOwnAccount(context, user))),
      E.map((items) => publishOutcome(context)(act(context, user, items))),
    );

/** Takes a list of orders; what becomes of each is told by events alone. */
export const sendOrderList = takeList(orderFields, ({ market }, _user, orders) =>
  market.sendOrderList(orders),
);

/** Takes a list of orders to cancel. */
export const sendCancelList = takeList(cancelItemFields, ({ market }, user, cancels) => {
  const accountIds = accountsOf(market, user);
  return market.cancelList(cancels.map((cancel) => ({ ...cancel, accountIds })));
});

/** Takes a list of orders that replace others. */
export const sendCancelReplaceList = takeList(replacementFields, ({ market }, _user, replacements) =>
  market.cancelReplaceList(replacements),
);
