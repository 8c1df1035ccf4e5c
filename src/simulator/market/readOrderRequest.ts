import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Decimal } from './decimal.ts';
import { orderTypeNames, sideNames, termNames } from './memberNames.ts';
import type { OrderIntent } from './orderIntent.ts';
import type { OrderRequest } from './orderRequest.ts';
import { type Read, isGiven, missing, readMember, readNumber, readSafeId } from './readField.ts';
import { readId } from './readId.ts';
import { readStop } from './readStop.ts';
import { notSupported } from './standardResponse.ts';

const sides = ['Buy', 'Sell'] as const;
const orderTypes = [
  'Limit',
  'Market',
  'StopMarket',
  'StopLimit',
  'TrailingStopMarket',
  'TrailingStopLimit',
] as const;
const terms = ['GTC', 'IOC', 'FOK'] as const;

const readSize = (
  { Quantity, Value }: OrderRequest,
  { type, side }: Pick<OrderIntent, 'type' | 'side'>,
): Read<OrderIntent['size']> => {
  if (!isGiven(Value) || isGiven(Quantity)) {
    return pipe(
      readNumber('Quantity', Quantity),
      E.map((of) => ({ _tag: 'Quantity', of })),
    );
  }
  if (type !== 'Market' || side !== 'Buy') return E.left(notSupported('Value is for market buys'));
  return pipe(
    readNumber('Value', Value),
    E.map((of) => ({ _tag: 'Value', of })),
  );
};

const readLimit = ({ LimitPrice }: OrderRequest, type: OrderIntent['type']): Read<Decimal | undefined> => {
  const isNeeded = type === 'Limit' || type === 'StopLimit';
  const isCap = type === 'Market' && isGiven(LimitPrice);
  return isNeeded || isCap ? readNumber('LimitPrice', LimitPrice) : E.right(undefined);
};

const readDisplay = (
  { UseDisplayQuantity, DisplayQuantity }: OrderRequest,
  type: OrderIntent['type'],
): Read<Decimal | undefined> =>
  UseDisplayQuantity === true && type === 'Limit'
    ? readNumber('DisplayQuantity', DisplayQuantity ?? 0)
    : E.right(undefined);

const readOptionalId = (field: string, input: unknown): Read<number | bigint> => {
  const id = readId(input ?? 0);
  return id === undefined ? missing(field) : E.right(id);
};

/**
 * Reads a request: 100 where a field is missing or is not what it must be, 106 for block trades, for a time in force
 * or a peg that the platform reserves, and for a value where it is not a market buy.
 */
export const readOrderRequest = (request: OrderRequest): Read<OrderIntent> => {
  const accountId = readSafeId('AccountId', request.AccountId);
  if (E.isLeft(accountId)) return accountId;
  const instrumentId = readSafeId('InstrumentId', request.InstrumentId);
  if (E.isLeft(instrumentId)) return instrumentId;
  const side = readMember('Side', sideNames, sides, request.Side);
  if (E.isLeft(side)) return side;
  const type = readMember('OrderType', orderTypeNames, orderTypes, request.OrderType);
  if (E.isLeft(type)) return type;
  const timeInForce = readMember('TimeInForce', termNames, terms, request.TimeInForce ?? 'GTC');
  if (E.isLeft(timeInForce)) return timeInForce;
  const size = readSize(request, { type: type.right, side: side.right });
  if (E.isLeft(size)) return size;
  const limit = readLimit(request, type.right);
  if (E.isLeft(limit)) return limit;
  const stop = readStop(request, type.right);
  if (E.isLeft(stop)) return stop;
  const display = readDisplay(request, type.right);
  if (E.isLeft(display)) return display;
  const clientOrderId = readOptionalId('ClientOrderId', request.ClientOrderId);
  if (E.isLeft(clientOrderId)) return clientOrderId;
  const linkedTo = readOptionalId('OrderIdOCO', request.OrderIdOCO);
  if (E.isLeft(linkedTo)) return linkedTo;
  return E.right({
    accountId: accountId.right,
    instrumentId: instrumentId.right,
    side: side.right,
    type: type.right,
    timeInForce: timeInForce.right,
    size: size.right,
    limit: limit.right,
    stop: stop.right,
    clientOrderId: clientOrderId.right,
    postOnly: request.PostOnly === true && type.right === 'Limit',
    display: display.right,
    linkedTo: Number(linkedTo.right),
  });
};
