import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Decimal, compare, isMultipleOf, min, parseDecimal, rescale, subtract } from './decimal.ts';
import type { Floor } from './floor.ts';
import type { ModifyRequest } from './modifyRequest.ts';
import { type Placed, findOpenOrder, isIdGiven } from './openOrder.ts';
import { type Order, holdOf } from './order.ts';
import { holdingOf, nextVersion, orderStateEvent } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import { readId } from './readId.ts';
import {
  type StandardResponse,
  invalidQuantity,
  invalidRequest,
  notFound,
  success,
} from './standardResponse.ts';

const missing = invalidRequest('Not all required fields are provided');

const isAllowed = (quantity: Decimal, { remaining, instrument }: Order): boolean =>
  compare(quantity, remaining) < 0 &&
  compare(quantity, instrument.MinimumQuantity) >= 0 &&
  isMultipleOf(quantity, instrument.QuantityIncrement);

/** Takes back a part of an order, which stays where it is. */
const lower = (floor: Floor, { order, listing }: Placed, quantity: Decimal): Outcome<StandardResponse> => {
  const remaining = rescale(quantity, order.remaining.scale);
  const lowered: Order = {
    ...order,
    remaining,
    display: min(order.display, remaining),
    slice: min(order.slice, remaining),
    updated: floor.clock.stamp(),
  };
  floor.ledger.release(holdingOf(order), subtract(holdOf(order), holdOf(lowered)));
  if (order.place === 'resting') listing.book.put(lowered);
  const next = nextVersion(floor, listing, lowered, { reason: 'UserModified' });
  if (order.place === 'waiting') listing.waiting.put(next);
  return { reply: success, events: [orderStateEvent(next)] };
};

const findNamed = (floor: Floor, request: ModifyRequest): E.Either<StandardResponse, Placed> => {
  const [accountId, instrumentId] = [readId(request.AccountId), readId(request.InstrumentId)];
  const isWhole = isIdGiven(request.OrderId) && accountId !== undefined && instrumentId !== undefined;
  if (!isWhole) return E.left(missing);
  return pipe(
    findOpenOrder(floor, { orderId: request.OrderId, accountId: Number(accountId) }),
    E.filterOrElse(
      ({ order }) => order.instrument.InstrumentId === instrumentId,
      () => notFound('Order not Found'),
    ),
  );
};

/** Lowers what remains of an open order to a quantity. */
export const modifyOrder = (floor: Floor, request: ModifyRequest): Outcome<StandardResponse> =>
  pipe(
    parseDecimal(request.Quantity),
    E.fromOption(() => missing),
    E.chain((quantity) =>
      pipe(
        findNamed(floor, request),
        E.filterOrElse(
          ({ order }) => isAllowed(quantity, order),
          () => invalidQuantity(),
        ),
        E.map((placed) => lower(floor, placed, quantity)),
      ),
    ),
    E.getOrElse((reply): Outcome<StandardResponse> => ({ reply, events: [] })),
  );
