import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Decimal, type DecimalInput, multiply } from './decimal.ts';
import { feeOf } from './feeRates.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { productReceived } from './order.ts';
import { readMember, readNumber } from './readField.ts';
import { readId } from './readId.ts';
import { type StandardResponse, notFound } from './standardResponse.ts';

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

const sideNames = ['Buy', 'Sell', 'Short', 'Unknown'];
const roleNames = ['Unknown', 'Maker', 'Taker'];

/** What an order filled in full at its price would be charged. */
export const orderFee = (floor: Floor, request: OrderFeeRequest): E.Either<StandardResponse, OrderFee> => {
  const listing: Listing | undefined = floor.listings.get(Number(readId(request.InstrumentId) ?? 0));
  if (listing === undefined) return E.left(notFound('Instrument not Found'));
  if (!floor.accounts.has(Number(readId(request.AccountId) ?? 0)))
    return E.left(notFound('Account not Found'));
  const { fees, instrument } = listing;
  return pipe(
    E.Do,
    E.bind('side', () => readMember('Side', sideNames, ['Buy', 'Sell'] as const, request.Side)),
    E.bind('role', () =>
      readMember('MakerTaker', roleNames, ['Maker', 'Taker'] as const, request.MakerTaker ?? 'Taker'),
    ),
    E.bind('quantity', () => readNumber('Quantity', request.Quantity ?? request.Amount)),
    E.bind('price', () => readNumber('Price', request.Price)),
    E.map(({ side, role, quantity, price }) => {
      const ProductId = productReceived({ side, instrument });
      const places = floor.products.get(ProductId)?.DecimalPlaces ?? 0;
      const received = side === 'Buy' ? quantity : multiply(price, quantity);
      return { OrderFee: feeOf(fees, role, received, places), ProductId };
    }),
  );
};
