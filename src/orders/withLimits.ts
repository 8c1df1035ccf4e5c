import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { Denied } from '../errors.ts';
import { checkOptions } from '../misfits.ts';
import { addGuard } from '../requests/guards.ts';
import { type Engine, isOwnId } from './engine.ts';
import { type AccountOptions, holdEngine, tagShapes } from './engineOf.ts';
import { fitsIn } from './fitsIn.ts';
import { breachOf, checkedLimits, type Limits, type OrderRequest } from './limits.ts';
import { now } from './now.ts';
import { openOf } from './orders.ts';
import { ordersIn } from './ordersIn.ts';
import { underWay } from './underWay.ts';

/** Whether an order is to take the place of another. */
const isReplacing = (sent: OrderRequest, { OrderId }: Order): boolean =>
  'OrderIdToReplace' in sent && String(sent.OrderIdToReplace) === String(OrderId);

/**
 * How many orders of ours are open or on their way, but for one that is replaced; with a tag, not before the account was
 * read once.
 */
const countOpen = (engine: Engine, sent: OrderRequest): number | undefined => {
  const { account, tags } = engine;
  const state = account();
  if (tags.size > 0 && state.epoch === 0) return undefined;
  const mine = openOf(state).filter(
    (order) => isOwnId(engine, order.ClientOrderId) && !isReplacing(sent, order),
  );
  const others = underWay(engine).filter(({ ClientOrderId }) => ClientOrderId !== sent.ClientOrderId);
  return mine.length + others.length;
};

/**
 * A client that checks orders against limits before it sends them. If an order exceeds one, `placeOrder$` and
 * `replaceOrder$` emit `Denied`, and `request$` of `SendOrder`, `CancelReplaceOrder` and of lists of orders, such as
 * `SendOrderList`, errors with `Denied`. The error's `rule` is the name of the limit; of `perSecond` its message says in
 * how many milliseconds to try again. Nothing is sent then, of a list as well. Quotes and block trades are not checked.
 *
 * An order that replaces an open one of ours counts in its place for `open`. Orders from earlier runs of this process
 * count for `open` with an `idTag`: give it the one that your orders have.
 *
 * The limits belong to the connection: they apply to every copy of the client, including the one passed in. Several
 * `withLimits` add up: an order must pass all of them. Amounts are compared exactly.
 *
 * @throws RangeError if a limit is not a number of 0 or more, there is no limit of that name, or `idTag` is none.
 *
 * @example
 * const careful = withLimits(client, { perSecond: 5, quantity: '0.5', open: 20 }, { idTag: 1 });
 * const order = { AccountId, InstrumentId: 1, Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC', Quantity: 1 } as const;
 * placeOrder$(careful, order).subscribe(({ _tag, reason }) => console.log(_tag, reason));
 */
export const withLimits = <C extends Connection>(
  client: C,
  limits: Limits,
  options: Pick<AccountOptions, 'idTag'> = {},
): C => {
  checkedLimits(limits);
  checkOptions('withLimits', options, tagShapes);
  let sentAt: readonly number[] = [];
  addGuard(client, (call, params) => {
    const orders = ordersIn(call, params);
    const present = now();
    sentAt = sentAt.filter((at) => present - at < 1_000);
    const fits = fitsIn(limits.perSecond ?? Infinity, sentAt, orders.length, present);
    // Those of a list count one after another, as if each were sent by itself.
    const breaches = orders.map((order, before) => {
      const open = limits.open === undefined ? 0 : openNow(client, order, options);
      const context = {
        lately: sentAt.length + before,
        fitsIn: fits,
        open: open === undefined ? open : open + before,
      };
      return breachOf(limits, order, context);
    });
    const breach = breaches.find((one) => one !== undefined);
    if (breach !== undefined) return new Denied(call, breach.rule, breach.why);
    sentAt = [...sentAt, ...orders.map(() => present)];
    return undefined;
  });
  return { ...client, [inner]: client[inner] };
};

const openNow = (client: Connection, order: OrderRequest, options: AccountOptions): number | undefined => {
  const { engine, end, keep } = holdEngine(client, order.AccountId, options);
  keep();
  const open = countOpen(engine, order);
  end.unsubscribe();
  return open;
};
