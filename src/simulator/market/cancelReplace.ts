import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { assess } from './assess.ts';
import { cancelByUser } from './cancelOrders.ts';
import type { CancelReplaceReply, CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { Floor } from './floor.ts';
import { type Placed, findOpenOrder } from './openOrder.ts';
import type { Outcome } from './outcome.ts';
import { enterOrder } from './placeOrder.ts';
import { orderToReplace, replaceRejects } from './rejects.ts';
import { type StandardResponse, notFound, operationFailed } from './standardResponse.ts';
import { type Addressed, addressOrder } from './takeOrder.ts';

const findReplaced = (
  floor: Floor,
  request: CancelReplaceRequest,
  { intent }: Addressed,
): E.Either<StandardResponse, Placed> =>
  pipe(
    findOpenOrder(floor, {
      orderId: orderToReplace(request),
      clientOrderId: request.ReplaceClientOrderId,
      accountId: intent.accountId,
    }),
    E.filterOrElse(
      ({ order }) => order.instrument.InstrumentId === intent.instrumentId,
      () => notFound('Order not Found'),
    ),
  );

const replace = (
  floor: Floor,
  { intent, account, listing }: Addressed,
  replaced: Placed,
): E.Either<StandardResponse, Outcome<CancelReplaceReply>> =>
  pipe(
    assess(floor, listing, intent, replaced.order),
    E.mapLeft(operationFailed),
    E.map((assessed) => {
      const cancelled = cancelByUser(floor, replaced);
      const { order, events } = enterOrder(floor, listing, account, assessed, replaced.order);
      const reply = {
        ReplacementOrderId: order.id,
        ReplacementClOrdId: order.clientOrderId,
        OrigOrderId: replaced.order.id,
        OrigClOrdId: replaced.order.clientOrderId,
      };
      return { reply, events: [...cancelled, ...events] };
    }),
  );

/** Cancels an open order and enters another in its stead; where the other is refused, both stay as they are. */
export const cancelReplaceOrder = (
  floor: Floor,
  request: CancelReplaceRequest,
): Outcome<CancelReplaceReply | StandardResponse> =>
  pipe(
    addressOrder(floor, request),
    E.chain((addressed) =>
      pipe(
        findReplaced(floor, request, addressed),
        E.chain((replaced) => replace(floor, addressed, replaced)),
      ),
    ),
    E.match(
      (reply): Outcome<CancelReplaceReply | StandardResponse> => ({
        reply,
        events: replaceRejects(floor, request, reply),
      }),
      (outcome) => outcome,
    ),
  );
