import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Decimal, decimal, isPositive, parseDecimal } from '../market/decimal.ts';
import type { Market } from '../market/market.ts';
import type { Product } from '../market/product.ts';
import { invalidRequest, notFound, type StandardResponse } from '../market/standardResponse.ts';
import { ownAccount } from './accounts.ts';
import type { UserHandler } from './context.ts';
import { decimalInput, fieldsOf, integer } from './fields.ts';
import { onOms } from './oms.ts';

/** What is taken from a deposit or a withdrawal, of whatever product. */
const fee = decimal('0.0');

const productNotFound = notFound('Product not Found');

const findProduct = (
  { products }: Market,
  productId: number,
): E.Either<StandardResponse, readonly Product[]> => {
  const found = products().filter(({ ProductId }) => ProductId === productId);
  return found.length === 0 ? E.left(productNotFound) : E.right(found);
};

const readAmount = (input: unknown): E.Either<StandardResponse, Decimal> =>
  pipe(
    parseDecimal(input),
    O.filter(isPositive),
    E.fromOption(() => invalidRequest('Amount must be a Number above 0')),
  );

const feeFields = fieldsOf(
  { OMSId: integer, AccountId: integer, ProductId: integer, Amount: decimalInput },
  { AccountProviderId: integer },
);

/** What is taken from one deposit, or from one withdrawal. */
export const getTicketFee: UserHandler = (request, context, user) =>
  pipe(
    feeFields(request),
    E.chainFirstW((fields) => ownAccount(context, user, fields)),
    E.chainFirstW(({ ProductId }) => findProduct(context.market, ProductId)),
    E.chainW(({ Amount }) => readAmount(Amount)),
    E.map((TicketAmount) => ({ FeeAmount: fee, TicketAmount, message: 'Fee calculated successfully' })),
  );

const ruleFields = fieldsOf({ OMSId: integer }, { ProductId: integer, AccountProviderId: integer });

const feeRule =
  (firstId: number) =>
  ({ ProductId }: Product) => ({
    OMSId: 1,
    AccountId: 0,
    AccountProviderId: 0,
    FeeId: firstId + ProductId,
    FeeAmt: fee,
    FeeCalcType: 'FlatRate',
    IsActive: true,
    ProductId,
    MinimalFeeAmt: fee,
    MinimalFeeCalcType: 'FlatRate',
  });

/** The rules by which it is taken, product by product. */
const getRules =
  (firstId: number): UserHandler =>
  (request, { market }) =>
    pipe(
      ruleFields(request),
      E.chain(onOms),
      E.chain(({ ProductId = 0 }) =>
        ProductId === 0 ? E.right(market.products()) : findProduct(market, ProductId),
      ),
      E.map((products) => products.map(feeRule(firstId))),
    );

/** What is taken from deposits, product by product. */
export const getOMSDepositFees = getRules(1_000);

/** What is taken from withdrawals, product by product. */
export const getOMSWithdrawFees = getRules(2_000);
