import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { pegNames } from './memberNames.ts';
import type { StopIntent } from './orderIntent.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { OrderType } from './orderType.ts';
import { type Read, readMember, readNumber } from './readField.ts';
import type { PegPriceType, Trail } from './stopTerms.ts';

const pegs = ['Last', 'Bid', 'Ask'] as const;

const readPeg = ({ PegPriceType }: OrderRequest): Read<PegPriceType> =>
  readMember('PegPriceType', pegNames, pegs, PegPriceType ?? 'Last');

const readTrail = (request: OrderRequest, type: OrderType): Read<Trail> =>
  pipe(
    readNumber('TrailingAmount', request.TrailingAmount),
    E.chain((amount): Read<Trail> =>
      type === 'TrailingStopMarket'
        ? E.right({ amount, limitOffset: undefined })
        : pipe(
            readNumber('LimitOffset', request.LimitOffset),
            E.map((limitOffset) => ({ amount, limitOffset })),
          ),
    ),
  );

/** What an order of such a type is to wait for; nothing for the types that do not wait. */
export const readStop = (request: OrderRequest, type: OrderType): Read<StopIntent | undefined> => {
  if (type === 'Market' || type === 'Limit' || type === 'BlockTrade') return E.right(undefined);
  return pipe(
    readPeg(request),
    E.chain((peg): Read<StopIntent> =>
      type === 'StopMarket' || type === 'StopLimit'
        ? pipe(
            readNumber('StopPrice', request.StopPrice),
            E.map((price) => ({ _tag: 'At', peg, price })),
          )
        : pipe(
            readTrail(request, type),
            E.map((trail) => ({ _tag: 'Trailing', peg, trail })),
          ),
    ),
  );
};
