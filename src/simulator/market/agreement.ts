import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import type { BlockTradeRequest } from './blockTradeRequest.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import type { OrderIntent } from './orderIntent.ts';
import { readOrderRequest } from './readOrderRequest.ts';
import { type StandardResponse, invalidRequest, notFound } from './standardResponse.ts';

/** A block trade that has been read: who reports it, who is on the other side, and where. */
export interface Agreement {
  readonly intent: OrderIntent;
  readonly reporter: AccountSpec;
  readonly counterparty: AccountSpec;
  readonly listing: Listing;
  readonly isLockedIn: boolean;
}

/** Reads a block trade as the limit order it looks like; 100 or 104 where that cannot be done. */
export const readAgreement = (
  { accounts, listings }: Floor,
  { CounterPartyId, LockedIn: isLockedIn = true, ...order }: BlockTradeRequest,
): E.Either<StandardResponse, Agreement> =>
  pipe(
    readOrderRequest({ ...order, OrderType: 'Limit' }),
    E.chain((intent) => {
      const listing = listings.get(intent.instrumentId);
      if (listing === undefined) return E.left(notFound('Instrument not Found'));
      const [reporter, counterparty] = [accounts.get(intent.accountId), accounts.get(CounterPartyId)];
      if (reporter === undefined || counterparty === undefined) return E.left(notFound('Account not Found'));
      if (reporter === counterparty) return E.left(invalidRequest('An account cannot trade with itself'));
      return E.right({
        intent: { ...intent, type: 'BlockTrade' },
        reporter,
        counterparty,
        listing,
        isLockedIn,
      });
    }),
  );
