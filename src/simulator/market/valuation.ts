import { decimal, divide, rescale, zero } from './decimal.ts';
import type { Floor } from './floor.ts';
import type { Instrument } from './instrument.ts';
import type { Listing } from './listing.ts';
import { type AccountPosition, type Valuation, positionFromBalance } from './position.ts';
import type { Product } from './product.ts';

const one = decimal(1);
const rateScale = 16;

/** The product that notional values are in: the quote of the first instrument. */
export const notionalProduct = ({ listings, products }: Floor, fallback: Product): Product => {
  const [first] = listings.values();
  return products.get(first?.instrument.Product2 ?? 0) ?? fallback;
};

const between = (floor: Floor, base: number, quote: number): Listing | undefined => {
  for (const listing of floor.listings.values()) {
    const { Product1, Product2 } = listing.instrument;
    if (Product1 === base && Product2 === quote) return listing;
  }
  return undefined;
};

/** What a product is worth by the last trade for the notional product; 0 where the two do not trade. */
export const valuationOf = (floor: Floor, product: Product): Valuation => {
  const notional = notionalProduct(floor, product);
  const { ProductId } = notional;
  if (ProductId === product.ProductId) return { product: notional, rate: one };
  const straight = between(floor, product.ProductId, ProductId);
  if (straight !== undefined) return { product: notional, rate: straight.tape.last().price };
  const inverse = between(floor, ProductId, product.ProductId);
  const rate = inverse === undefined ? rescale(zero, 1) : divide(one, inverse.tape.last().price, rateScale);
  return { product: notional, rate };
};

/** What the quote product of an instrument is worth. */
export const quoteValuation = (floor: Floor, { Product2 }: Instrument): Valuation => {
  const product = floor.products.get(Product2);
  if (product === undefined) throw new RangeError(`There is no product ${Product2}.`);
  return valuationOf(floor, product);
};

/** What an account has of a product at this moment, at its prices; put into words when it is asked for. */
export const positionAt = (floor: Floor, accountId: number, product: Product): (() => AccountPosition) => {
  const holding = { accountId, productId: product.ProductId };
  const balance = floor.ledger.balance(holding);
  const valuation = valuationOf(floor, product);
  const { deposits, withdraws } = floor.flows.of(holding);
  const now = floor.clock.now();
  const flows = { into: deposits.at(now), outOf: withdraws.at(now) };
  return () => positionFromBalance(accountId, product, balance, valuation, flows);
};
