import * as O from 'fp-ts/lib/Option.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { CancelReplaceRequest } from './cancelReplaceRequest.ts';
import type { CancelAllRequest, CancelRequest } from './cancelRequest.ts';
import { type Decimal, type DecimalInput, parseDecimal, zero } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { isIdGiven } from './openOrder.ts';
import { orderTypeNames, pegNames, sideNames, termNames } from './memberNames.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { SendOrderReply } from './placeOrder.ts';
import { memberNamed } from './readField.ts';
import { readId } from './readId.ts';
import type { StandardResponse } from './standardResponse.ts';

const reasonOf = (reply: SendOrderReply | StandardResponse): string =>
  'status' in reply ? reply.errormsg : (reply.detail ?? reply.errormsg ?? '');

const idOf = (input: DecimalInput | undefined): number => Number(readId(input) ?? 0);

/** Tells an account, where it is one. */
const toldTo = (floor: Floor, event: MarketEvent & { readonly AccountId: number }): readonly MarketEvent[] =>
  floor.accounts.has(event.AccountId) ? [event] : [];

/** Tells an account that its order was refused. */
export const newOrderRejects = (
  floor: Floor,
  request: OrderRequest,
  reply: SendOrderReply | StandardResponse,
): readonly MarketEvent[] => {
  const AccountId = idOf(request.AccountId);
  const payload = {
    OMSId: 1,
    AccountId,
    ClientOrderId: readId(request.ClientOrderId) ?? 0,
    Status: 'Rejected',
    RejectReason: reasonOf(reply),
  } as const;
  return toldTo(floor, { _tag: 'NewOrderReject', AccountId, payload });
};

/** Tells an account that an order was not cancelled. */
export const cancelOrderRejects = (
  floor: Floor,
  { AccountId = 0, OrderId }: CancelRequest,
  reply: StandardResponse,
): readonly MarketEvent[] => {
  const orderId = idOf(OrderId);
  const order = floor.orders.find(orderId);
  const theirs = order?.account.AccountId === AccountId ? order : undefined;
  const payload = {
    OMSId: 1,
    AccountId,
    OrderId: orderId,
    OrderRevision: 0,
    OrderType: theirs?.type ?? 'Unknown',
    InstrumentId: theirs?.instrument.InstrumentId ?? 0,
    Status: 'Rejected',
    RejectReason: reasonOf(reply),
  } as const;
  return toldTo(floor, { _tag: 'CancelOrderReject', AccountId, payload });
};

/** Tells accounts that their orders were not cancelled. */
export const cancelAllRejects = (
  floor: Floor,
  { accountIds, InstrumentId = 0 }: CancelAllRequest,
  reply: StandardResponse,
): readonly MarketEvent[] =>
  accountIds.flatMap((AccountId) => {
    const RejectReason = reasonOf(reply);
    const payload = { OMSId: 1, AccountId, InstrumentId, Status: 'Rejected', RejectReason } as const;
    return toldTo(floor, { _tag: 'CancelAllOrdersReject', AccountId, payload });
  });

const numberOf = (input: DecimalInput | undefined): Decimal =>
  pipe(
    parseDecimal(input),
    O.getOrElse(() => zero),
  );

/** The id of the order that a replacement is meant for, by whatever name it was given. */
export const orderToReplace = ({
  OrderIdToReplace,
  ReplaceOrderId,
}: CancelReplaceRequest): DecimalInput | undefined =>
  isIdGiven(OrderIdToReplace) ? OrderIdToReplace : ReplaceOrderId;

/** Tells an account that its order was not replaced; what cannot be read of the request is 0 or `Unknown`. */
export const replaceRejects = (
  floor: Floor,
  request: CancelReplaceRequest,
  reply: StandardResponse,
): readonly MarketEvent[] => {
  const AccountId = idOf(request.AccountId);
  const orderId = idOf(orderToReplace(request));
  const payload = {
    OMSId: 1,
    AccountId,
    OrderId: orderId,
    ClientOrderId: readId(request.ClientOrderId) ?? 0,
    LimitPrice: numberOf(request.LimitPrice),
    OrderIdOCO: readId(request.OrderIdOCO) ?? 0,
    OrderType: memberNamed(orderTypeNames, request.OrderType) ?? 'Unknown',
    PegPriceType: memberNamed(pegNames, request.PegPriceType ?? 'Last') ?? 'Unknown',
    OrderIdToReplace: orderId,
    InstrumentId: idOf(request.InstrumentId),
    ReferencePrice: zero,
    Quantity: numberOf(request.Quantity),
    Side: memberNamed(sideNames, request.Side) ?? 'Unknown',
    StopPrice: numberOf(request.StopPrice),
    TimeInForce: memberNamed(termNames, request.TimeInForce ?? 'GTC') ?? 'Unknown',
    Status: 'Rejected',
    RejectReason: reasonOf(reply),
  } as const;
  return toldTo(floor, { _tag: 'CancelReplaceOrderReject', AccountId, payload });
};
