import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Decimal, type DecimalInput, parseDecimal } from './decimal.ts';
import type { OrderIntent } from './orderIntent.ts';
import type { OrderRequest } from './orderRequest.ts';
import { readId } from './readId.ts';
import { type StandardResponse, invalidRequest, notSupported } from './standardResponse.ts';

const sides = ['Buy', 'Sell'] as const;
const orderTypes = ['Limit', 'Market'] as const;
const terms = ['GTC', 'IOC', 'FOK'] as const;

/** What numbers stand for; a name that is not among the supported ones is a refusal of its own. */
const sideNames = ['Buy', 'Sell', 'Short', 'Unknown'];
const orderTypeNames = [
  'Unknown',
  'Market',
  'Limit',
  'StopMarket',
  'StopLimit',
  'TrailingStopMarket',
  'TrailingStopLimit',
  'BlockTrade',
];
const termNames = ['GTC', 'GTC', 'OPG', 'IOC', 'FOK', 'GTX', 'GTD'];

type Read<A> = E.Either<StandardResponse, A>;

const missing = (field: string): Read<never> =>
  E.left(invalidRequest(`${field} is missing, or is not what it must be`));

const readNumber = (field: string, input: unknown): Read<Decimal> => {
  const value = parseDecimal(input);
  return O.isSome(value) ? E.right(value.value) : missing(field);
};

const isGiven = (input: DecimalInput | null | undefined): boolean =>
  input !== undefined && input !== null && O.toUndefined(parseDecimal(input))?.units !== 0n;

const readAccountOrInstrument = (field: string, input: unknown): Read<number> => {
  const id = readId(input);
  return typeof id === 'number' ? E.right(id) : missing(field);
};

/** A member by its number, its number as text, or its name in any case; 106 where it exists and is not done here. */
const readMember = <A extends string>(
  field: string,
  names: readonly string[],
  supported: readonly A[],
  input: DecimalInput | undefined,
): Read<A> => {
  const text = String(input ?? '');
  const name = /^\d+$/.test(text)
    ? names[Number(text)]
    : names.find((known) => known.toLowerCase() === text.toLowerCase());
  const member = supported.find((one) => one === name);
  if (member !== undefined) return E.right(member);
  return name === undefined || name === 'Unknown' ? missing(field) : E.left(notSupported(`${field} ${name}`));
};

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

const readLimit = ({ LimitPrice }: OrderRequest, type: OrderIntent['type']): Read<Decimal | undefined> =>
  type === 'Limit' || isGiven(LimitPrice) ? readNumber('LimitPrice', LimitPrice) : E.right(undefined);

const readDisplay = ({ UseDisplayQuantity, DisplayQuantity }: OrderRequest): Read<Decimal | undefined> =>
  UseDisplayQuantity === true ? readNumber('DisplayQuantity', DisplayQuantity) : E.right(undefined);

/**
 * Reads a request: 100 where a field is missing or is not what it must be, 106 for stop and trailing orders,
 * for a time in force that the platform reserves, and for a value where it is not a market buy.
 */
export const readOrderRequest = (request: OrderRequest): Read<OrderIntent> => {
  const accountId = readAccountOrInstrument('AccountId', request.AccountId);
  if (E.isLeft(accountId)) return accountId;
  const instrumentId = readAccountOrInstrument('InstrumentId', request.InstrumentId);
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
  const display = readDisplay(request);
  if (E.isLeft(display)) return display;
  const clientOrderId = readId(request.ClientOrderId ?? 0);
  if (clientOrderId === undefined) return missing('ClientOrderId');
  return E.right({
    accountId: accountId.right,
    instrumentId: instrumentId.right,
    side: side.right,
    type: type.right,
    timeInForce: timeInForce.right,
    size: size.right,
    limit: limit.right,
    clientOrderId,
    postOnly: request.PostOnly === true && type.right === 'Limit',
    display: display.right,
  });
};
