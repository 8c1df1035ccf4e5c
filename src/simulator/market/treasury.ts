import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { AccountSpec } from './account.ts';
import {
  type Decimal,
  type DecimalInput,
  compare,
  isPositive,
  multiply,
  parseDecimal,
  rescale,
  trim,
} from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Outcome } from './outcome.ts';
import type { Product } from './product.ts';
import { type StandardResponse, invalidRequest, notFound, success } from './standardResponse.ts';
import { type TicketFacts, depositTicketFrom, withdrawTicketFrom } from './tickets.ts';
import { outside, transfer } from './transfer.ts';
import { valuationOf } from './valuation.ts';

/** So much of a product for, or of, an account. */
interface Asked {
  readonly account: AccountSpec;
  readonly product: Product;
  readonly amount: Decimal;
}

/** 100 for an amount that is not above 0, or that the product has not the decimal places for. */
const read = (
  { accounts, products }: Floor,
  accountId: number,
  productId: number,
  input: DecimalInput,
): E.Either<StandardResponse, Asked> => {
  const account = accounts.get(accountId);
  if (account === undefined) return E.left(notFound('Account not Found'));
  const product = products.get(productId);
  if (product === undefined) return E.left(notFound('Product not Found'));
  const { DecimalPlaces } = product;
  return pipe(
    parseDecimal(input),
    O.filter((amount) => isPositive(amount) && trim(amount).scale <= DecimalPlaces),
    O.map((amount) => ({ account, product, amount: rescale(amount, DecimalPlaces) })),
    E.fromOption(() => invalidRequest('Amount is not what it must be')),
  );
};

/** A ticket as it is opened, and as it is when it has been worked through. */
const openTicket = (
  floor: Floor,
  asked: Asked,
): { readonly opened: TicketFacts; readonly done: () => TicketFacts } => {
  const { product, rate } = valuationOf(floor, asked.product);
  const created = floor.clock.stamp();
  const opened: TicketFacts = {
    ...asked,
    number: floor.next('ticket'),
    notional: multiply(asked.amount, rate),
    notionalProductId: product.ProductId,
    created,
    updated: created,
    status: 'New',
  };
  return { opened, done: () => ({ ...opened, updated: floor.clock.stamp(), status: 'FullyProcessed' }) };
};

const depositTicketEvent = (facts: TicketFacts): MarketEvent => ({
  _tag: 'DepositTicket',
  AccountId: facts.account.AccountId,
  payload: depositTicketFrom(facts),
});
const withdrawTicketEvent = (facts: TicketFacts): MarketEvent => ({
  _tag: 'WithdrawTicket',
  AccountId: facts.account.AccountId,
  payload: withdrawTicketFrom(facts),
});
const pendingEvent = ({ account: { AccountId }, product }: Asked, pending: Decimal): MarketEvent => ({
  _tag: 'PendingDeposit',
  AccountId,
  payload: { AccountId, AssetId: product.ProductId, TotalPendingDepositValue: pending },
});
const depositEvent = ({ account: { AccountId }, product, amount }: Asked): MarketEvent => ({
  _tag: 'Deposit',
  AccountId,
  payload: { OMSId: 1, AccountId, ProductId: product.ProductId, Quantity: amount, SubAccountId: 0 },
});

const bookDeposit = (floor: Floor, asked: Asked): Outcome<StandardResponse> => {
  const { account, product, amount } = asked;
  const { ProductId: productId } = product;
  const { AccountId: accountId } = account;
  const { opened, done } = openTicket(floor, asked);
  transfer(
    floor,
    { productId, from: outside, to: accountId, value: amount },
    { TransactionType: 'Other', ReferenceType: 'Deposit', ReferenceId: opened.number },
  );
  const { notional } = opened;
  floor.flows.of({ accountId, productId }).deposits.add(floor.clock.now(), { amount, notional });
  const events = [
    depositTicketEvent(opened),
    pendingEvent(asked, amount),
    depositTicketEvent(done()),
    pendingEvent(asked, { ...amount, units: 0n }),
    depositEvent(asked),
  ];
  return { reply: success, events };
};

const bookWithdrawal = (floor: Floor, asked: Asked): Outcome<StandardResponse> => {
  const { account, product, amount } = asked;
  const { ProductId: productId } = product;
  const { AccountId: accountId } = account;
  const { opened, done } = openTicket(floor, asked);
  transfer(
    floor,
    { productId, from: accountId, to: outside, value: amount },
    { TransactionType: 'Other', ReferenceType: 'Withdraw', ReferenceId: opened.number },
  );
  const { notional } = opened;
  floor.flows.of({ accountId, productId }).withdraws.add(floor.clock.now(), { amount, notional });
  return { reply: success, events: [withdrawTicketEvent(opened), withdrawTicketEvent(done())] };
};

const hasEnough = ({ ledger }: Floor, { account, product, amount }: Asked): boolean =>
  compare(ledger.available({ accountId: account.AccountId, productId: product.ProductId }), amount) >= 0;

const refused = (reply: StandardResponse): Outcome<StandardResponse> => ({ reply, events: [] });

/** Brings so much of a product in from outside. */
export const deposit = (
  floor: Floor,
  accountId: number,
  productId: number,
  amount: DecimalInput,
): Outcome<StandardResponse> =>
  pipe(
    read(floor, accountId, productId, amount),
    E.match(refused, (asked) => bookDeposit(floor, asked)),
  );

/** Takes so much of a product out. */
export const withdraw = (
  floor: Floor,
  accountId: number,
  productId: number,
  amount: DecimalInput,
): Outcome<StandardResponse> =>
  pipe(
    read(floor, accountId, productId, amount),
    E.filterOrElse(
      (asked) => hasEnough(floor, asked),
      () => invalidRequest('Insufficient Balance'),
    ),
    E.match(refused, (asked) => bookWithdrawal(floor, asked)),
  );
