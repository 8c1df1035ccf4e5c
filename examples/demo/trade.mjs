import {
  CancelOrder,
  GetAccountPositions,
  GetUserAccounts,
  GatewayError,
  isOpen,
  orderBook$,
  request$,
  SendOrder,
  whenLive,
} from 'notbank-rx';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  last,
  ignoreElements,
  map,
  merge,
  share,
  skipWhile,
  switchMap,
  take,
  takeUntil,
  throwError,
  timer,
} from 'rxjs';
import { follow$ } from './follow.mjs';
import { floorTo } from './format.mjs';
import { note, pause } from './telling.mjs';

/** How long the order may stand before it is cancelled, in milliseconds; one that keeps away need not wait. */
const patienceAt = ({ drop }) => (drop === undefined ? 2_000 : 6_000);

const balances$ = ({ client }, instrument, AccountId, when) =>
  request$(client, GetAccountPositions, { AccountId }).pipe(
    map((positions) => ({
      _tag: 'Balances',
      when,
      positions: positions.filter(({ ProductId }) =>
        [instrument.Product1, instrument.Product2].includes(ProductId),
      ),
    })),
  );

/** On the simulated exchange it takes what is offered and waits for the rest; on a real one it keeps well away. */
const orderFor = (instrument, AccountId, { bid, ask }, isSimulated) => {
  const { InstrumentId, MinimumQuantity, QuantityIncrement, PriceIncrement = 0.01 } = instrument;
  const smallest = MinimumQuantity || QuantityIncrement;
  const level = isSimulated ? ask : bid;
  if (level === undefined) throw new Error('There is nobody in the book to trade with.');
  const { price } = level;
  return {
    AccountId,
    InstrumentId,
    Side: 'Buy',
    OrderType: 'Limit',
    TimeInForce: 'GTC',
    Quantity: floorTo(isSimulated ? smallest * 500 : smallest, QuantityIncrement),
    LimitPrice: floorTo(isSimulated ? price : price * 0.9, PriceIncrement),
    PostOnly: !isSimulated,
    // With an id of one's own the order can be found again where the reply is lost.
    ClientOrderId: Date.now(),
  };
};

const sendOrder$ = (client, order) =>
  request$(client, SendOrder, order).pipe(
    map((reply) => {
      if (reply.status === 'Rejected') throw new Error(`The order was rejected: ${reply.errormsg}.`);
      return reply.OrderId;
    }),
  );

/** Cancels the order if it is still there by then; that it is not any more is no failure. */
const cancelLater$ = ({ client, gateway }, { AccountId }, OrderId, ended$) =>
  timer(patienceAt(gateway)).pipe(
    switchMap(() =>
      concat(
        note('Not filled by now: cancelling the rest.'),
        request$(client, CancelOrder, { AccountId, OrderId }).pipe(ignoreElements()),
      ),
    ),
    catchError((error) =>
      error instanceof GatewayError && error.code === 104 ? EMPTY : throwError(() => error),
    ),
    takeUntil(ended$),
  );

/** The exchange drops the connection; the story goes on when it is open again and the streams are back. */
const disconnect$ = ({ client, gateway: { drop } }, order) => {
  const back$ = client.state$.pipe(skipWhile(isOpen), filter(isOpen), take(1), ignoreElements());
  const meanwhile$ = client.state$.pipe(
    filter(({ _tag }) => _tag === 'Waiting'),
    take(1),
    // A command never waits out a loss: this one fails at once, and says that it never left.
    switchMap(() => request$(client, SendOrder, order)),
    ignoreElements(),
    catchError(({ message }) => note(`An order sent meanwhile fails at once: ${message}`)),
  );
  const dropped$ = defer(() => {
    drop();
    return EMPTY;
  });
  return concat(
    pause(1_500),
    note('The exchange now drops the connection.', 'bad'),
    merge(back$, meanwhile$, dropped$),
    note('Back: logged in again, and every stream begins with a fresh snapshot.', 'good'),
    pause(1_500),
  );
};

const placed$ = (stage, order, OrderId) => {
  const { client, gateway } = stage;
  const order$ = follow$(client, { AccountId: order.AccountId, OrderId }).pipe(share());
  const ended$ = order$.pipe(last(null, undefined));
  return merge(
    order$.pipe(map((state) => ({ _tag: 'Order', order: state }))),
    cancelLater$(stage, order, OrderId, ended$),
    gateway.drop === undefined ? EMPTY : disconnect$(stage, order),
  );
};

const order$ = (stage, instrument, AccountId) => {
  const { client, gateway } = stage;
  return orderBook$(client, { InstrumentId: instrument.InstrumentId }).pipe(
    whenLive(),
    take(1),
    map(({ best }) => orderFor(instrument, AccountId, best, gateway.drop !== undefined)),
    switchMap((order) =>
      concat(
        note(
          `Placing an order: ${order.Side} ${order.Quantity} ${instrument.Symbol} at ${order.LimitPrice}.`,
        ),
        sendOrder$(client, order).pipe(switchMap((OrderId) => placed$(stage, order, OrderId))),
      ),
    ),
  );
};

/** Balances, an order followed to its end where one may be placed, and balances again. */
export const trade$ = (stage, instrument) =>
  request$(stage.client, GetUserAccounts, {}).pipe(
    switchMap(([AccountId]) => {
      if (AccountId === undefined) throw new Error('The user has no account.');
      const before$ = balances$(stage, instrument, AccountId, 'before');
      if (!stage.settings.placesOrder) return before$;
      const after$ = balances$(stage, instrument, AccountId, 'after');
      return concat(before$, order$(stage, instrument, AccountId), after$);
    }),
  );
