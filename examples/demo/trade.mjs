import {
  cancelOrder$,
  GetAccountPositions,
  isOpen,
  orderBook$,
  ownAccount$,
  placeOrder$,
  request$,
  whenLive,
} from 'notbank-rx';
import {
  concat,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  ignoreElements,
  map,
  merge,
  skipWhile,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs';
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
  };
};

/** Cancels the order if it is still there by then; that it is not any more is no failure. */
const cancelLater$ = ({ client, gateway }, { AccountId }, life$) =>
  timer(patienceAt(gateway)).pipe(
    switchMap(() => life$.pipe(take(1))),
    filter(({ OrderId, isFinal }) => OrderId !== undefined && !isFinal),
    switchMap(({ OrderId }) =>
      concat(
        note('Not filled by now: cancelling the rest.'),
        cancelOrder$(client, { AccountId, OrderId }).pipe(ignoreElements()),
      ),
    ),
    takeUntil(life$.pipe(filter(({ isFinal }) => isFinal))),
  );

/** The exchange drops the connection; the story goes on when it is open again and the streams are back. */
const disconnect$ = ({ client, gateway: { drop } }, order) => {
  const back$ = client.state$.pipe(skipWhile(isOpen), filter(isOpen), take(1), ignoreElements());
  const meanwhile$ = client.state$.pipe(
    filter(({ _tag }) => _tag === 'Waiting'),
    take(1),
    // Nothing waits out a loss: this one is over at once, and says that it never left.
    switchMap(() => placeOrder$(client, order)),
    switchMap(({ _tag, reason }) => note(`An order placed meanwhile is ${_tag} at once: ${reason.message}`)),
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

/** One order, however often this is subscribed to, followed through the loss of the connection to what becomes of it. */
const placed$ = (stage, order) => {
  const life$ = placeOrder$(stage.client, order);
  return merge(
    life$.pipe(
      distinctUntilChanged((a, b) => a._tag === b._tag && a.executed === b.executed),
      map((life) => ({ _tag: 'Order', life, order })),
    ),
    cancelLater$(stage, order, life$),
    stage.gateway.drop === undefined ? EMPTY : disconnect$(stage, order),
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
        placed$(stage, order),
      ),
    ),
  );
};

/** Balances, an order followed to its end where one may be placed, and balances again. */
export const trade$ = (stage, instrument) =>
  ownAccount$(stage.client).pipe(
    switchMap(({ AccountId }) => {
      const before$ = balances$(stage, instrument, AccountId, 'before');
      if (!stage.settings.placesOrder) return before$;
      const after$ = balances$(stage, instrument, AccountId, 'after');
      return concat(before$, order$(stage, instrument, AccountId), after$);
    }),
  );
