import type { Exchange } from '../../src/simulator/index.ts';
import {
  add,
  compare,
  type Decimal,
  formatDecimal,
  subtract,
  zero,
} from '../../src/simulator/market/decimal.ts';
import type { AccountPosition } from '../../src/simulator/market/position.ts';

type Amounts = ReadonlyMap<number, Decimal>;

const amountsOf = ({ market }: Exchange, account: number): Amounts => {
  const found = market.positions(account);
  const rows: readonly AccountPosition[] = found._tag === 'Right' ? found.right : [];
  return new Map(rows.map(({ ProductId, Amount }) => [ProductId, Amount]));
};

const plus = (amounts: Amounts, product: number, amount: Decimal): Amounts =>
  new Map(amounts).set(product, add(amounts.get(product) ?? zero, amount));

const totalOf = (all: Iterable<Amounts>): Amounts => {
  let total: Amounts = new Map();
  for (const amounts of all) for (const [product, amount] of amounts) total = plus(total, product, amount);
  return total;
};

/** What an account must have that had so much and has traded since. */
const traded = ({ market }: Exchange, account: number, before: Amounts): Amounts => {
  const products = new Map(market.instruments().map((one) => [one.InstrumentId, one]));
  return market
    .executions(account)
    .reduce((amounts, { InstrumentId, Side, Quantity, Value, Fee, FeeProductId }) => {
      const { Product1 = 0, Product2 = 0 } = products.get(InstrumentId) ?? {};
      const [given, taken] = Side === 'Buy' ? [Value, Quantity] : [Quantity, Value];
      const [gives, takes] = Side === 'Buy' ? [Product2, Product1] : [Product1, Product2];
      const paid = plus(plus(amounts, gives, subtract(zero, given)), takes, taken);
      return plus(paid, FeeProductId, subtract(zero, Fee));
    }, before);
};

const differenceOf = (whose: string, found: Amounts, meant: Amounts): readonly string[] =>
  [...meant].flatMap(([product, amount]) => {
    const there = found.get(product) ?? zero;
    return compare(there, amount) === 0
      ? []
      : [`${whose} has ${formatDecimal(there)} of product ${product} for ${formatDecimal(amount)}`];
  });

/**
 * Remembers what every account of an exchange has before it trades. What is wrong with that later: some product has become
 * more or less in all, or an account has not what its executions and their fees leave it.
 */
export const watchMoney = (
  exchange: Exchange,
  traders: readonly number[],
): { readonly wrong: () => readonly string[] } => {
  const ids = exchange.market.accounts().map(({ AccountId }) => AccountId);
  const everything = (): Amounts => totalOf(ids.map((id) => amountsOf(exchange, id)));
  const total = everything();
  const before = new Map(traders.map((id) => [id, amountsOf(exchange, id)]));
  return {
    wrong: () => [
      ...differenceOf('the exchange', everything(), total),
      ...[...before].flatMap(([id, amounts]) =>
        differenceOf(`account ${id}`, amountsOf(exchange, id), traded(exchange, id, amounts)),
      ),
    ],
  };
};
