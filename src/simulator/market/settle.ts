import { type Decimal, multiply } from './decimal.ts';
import { feeAccount } from './catalogue.ts';
import { feeOf } from './feeRates.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { type Order, productReceived } from './order.ts';
import { transfer } from './transfer.ts';

/** Two orders that trade with each other. */
export interface Parties {
  readonly maker: Order;
  readonly taker: Order;
}

/** What a trade is about. */
export interface Deal {
  readonly tradeId: number;
  readonly price: Decimal;
  readonly quantity: Decimal;
}

/** What each party was charged, in the product it received. */
export interface Fees {
  readonly maker: Decimal;
  readonly taker: Decimal;
}

const chargeFee = (
  floor: Floor,
  listing: Listing,
  order: Order,
  role: 'Maker' | 'Taker',
  { tradeId, price, quantity }: Deal,
): Decimal => {
  const productId = productReceived(order);
  const received = order.side === 'Buy' ? quantity : multiply(price, quantity);
  const fee = feeOf(listing.fees, role, received, floor.products.get(productId)?.DecimalPlaces ?? 0);
  transfer(
    floor,
    { productId, from: order.account.AccountId, to: feeAccount.AccountId, value: fee },
    { TransactionType: 'Fee', ReferenceType: 'Trade', ReferenceId: tradeId },
  );
  return fee;
};

/** Hands over what was traded, and charges both parties. */
export const settle = (floor: Floor, listing: Listing, { maker, taker }: Parties, deal: Deal): Fees => {
  const buyer = (taker.side === 'Buy' ? taker : maker).account.AccountId;
  const seller = (taker.side === 'Sell' ? taker : maker).account.AccountId;
  const { Product1, Product2 } = listing.instrument;
  const purpose = { TransactionType: 'Trade', ReferenceType: 'Trade', ReferenceId: deal.tradeId } as const;
  transfer(floor, { productId: Product1, from: seller, to: buyer, value: deal.quantity }, purpose);
  const value = multiply(deal.price, deal.quantity);
  transfer(floor, { productId: Product2, from: buyer, to: seller, value }, purpose);
  return {
    maker: chargeFee(floor, listing, maker, 'Maker', deal),
    taker: chargeFee(floor, listing, taker, 'Taker', deal),
  };
};
