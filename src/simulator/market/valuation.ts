import { decimal, rescale, zero } from './decimal.ts';
import type { Floor } from './floor.ts';
import { type AccountPosition, type Valuation, positionFromBalance } from './position.ts';
import type { Product } from './product.ts';

const one = decimal(1);

/** The product that notional values are in: the quote of the first instrument. */
const notionalProduct = ({ listings, products }: Floor, fallback: Product): Product => {
  const [first] = listings.values();
  return products.find(({ ProductId }) => ProductId === first?.instrument.Product2) ?? fallback;
};

/** What a product is worth by the last trade against the notional product; 0 where the two do not trade. */
const valuationOf = (floor: Floor, product: Product): Valuation => {
  const notional = notionalProduct(floor, product);
  if (notional.ProductId === product.ProductId) return { product: notional, rate: one };
  const market = [...floor.listings.values()].find(
    ({ instrument }) =>
      instrument.Product1 === product.ProductId && instrument.Product2 === notional.ProductId,
  );
  return { product: notional, rate: market?.tape.last().price ?? rescale(zero, 1) };
};

/** What an account has of a product, at the prices of the moment. */
export const positionOf = (floor: Floor, accountId: number, product: Product): AccountPosition => {
  const balance = floor.ledger.balance({ accountId, productId: product.ProductId });
  return positionFromBalance(accountId, product, balance, valuationOf(floor, product));
};
