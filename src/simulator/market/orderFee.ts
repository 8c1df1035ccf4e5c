import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Decimal, type DecimalInput, isPositive, multiply } from './decimal.ts';
import { feeOf } from './feeRates.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { sideNames } from './memberNames.ts';
import { productReceived } from './order.ts';
import { type Read, missing, readMember, readNumber } from './readField.ts';
import { readId } from './readId.ts';
import type { Side } from './side.ts';
import { type StandardResponse, invalidQuantity, notFound } from './standardResponse.ts';

/** GetOrderFee; sides and roles are numbers, numbers as text, or names. */
export interface OrderFeeRequest {
  readonly AccountId?: DecimalInput | undefined;
  readonly InstrumentId?: DecimalInput | undefined;
  readonly Side?: DecimalInput | undefined;
  /** `Quantity` and `Amount` are two names of one field. */
  readonly Quantity?: DecimalInput | undefined;
  readonly Amount?: DecimalInput | undefined;
  readonly Price?: DecimalInput | undefined;
  /** @default Taker */
  readonly MakerTaker?: DecimalInput | undefined;
}

/** What an order would be charged, in the product it receives. */
export interface OrderFee {
  readonly OrderFee: Decimal;
  readonly ProductId: number;
}

const roleNames = ['Unknown', 'Maker', 'Taker'];

interface Asked {
  readonly side: Side;
  readonly role: 'Maker' | 'Taker';
  readonly quantity: Decimal;
  readonly price: Decimal;
}

const read = (request: OrderFeeRequest): Read<Asked> => {
  const side = readMember('Side', sideNames, ['Buy', 'Sell'] as const, request.Side);
  if (E.isLeft(side)) return side;
  const given = request.MakerTaker ?? 'Taker';
  const role = readMember('MakerTaker', roleNames, ['Maker', 'Taker'] as const, given);
  if (E.isLeft(role)) return role;
  const quantity = readNumber('Quantity', request.Quantity ?? request.Amount);
  if (E.isLeft(quantity)) return quantity;
  const price = readNumber('Price', request.Price);
  if (E.isLeft(price)) return price;
  const asked = { side: side.right, role: role.right, quantity: quantity.right, price: price.right };
  if (!isPositive(asked.quantity)) return E.left(invalidQuantity());
  return isPositive(asked.price) ? E.right(asked) : missing('Price');
};

/** What an order filled in full at its price would be charged; both must be above 0. */
export const orderFee = (floor: Floor, request: OrderFeeRequest): E.Either<StandardResponse, OrderFee> => {
  const listing: Listing | undefined = floor.listings.get(Number(readId(request.InstrumentId) ?? 0));
  if (listing === undefined) return E.left(notFound('Instrument not Found'));
  if (!floor.accounts.has(Number(readId(request.AccountId) ?? 0)))
    return E.left(notFound('Account not Found'));
  const { fees, instrument } = listing;
  return pipe(
    read(request),
    E.map(({ side, role, quantity, price }) => {
      const ProductId = productReceived({ side, instrument });
      const places = floor.products.get(ProductId)?.DecimalPlaces ?? 0;
      const received = side === 'Buy' ? quantity : multiply(price, quantity);
      return { OrderFee: feeOf(fees, role, received, places), ProductId };
    }),
  );
};
