import { error$, GetInstruments, orderBook$, request$, subscribe$, SubscribeTrades } from 'notbank-rx';
import {
  concat,
  defer,
  EMPTY,
  filter,
  ignoreElements,
  interval,
  map,
  merge,
  of,
  switchMap,
  take,
  timer,
} from 'rxjs';
import { during, note, pause } from './telling.mjs';
import { trade$ } from './trade.mjs';

const connection$ = ({ client }) =>
  merge(
    client.state$.pipe(map((state) => ({ _tag: 'State', state }))),
    error$(client).pipe(
      // What ended a connection shows in its state.
      filter(({ _tag }) => _tag !== 'TransportError' && _tag !== 'AuthenticationFailed'),
      map(({ message }) => ({ _tag: 'Note', text: message, tone: 'bad' })),
    ),
    interval(1_000).pipe(map(() => ({ _tag: 'Tick' }))),
    timer(60_000).pipe(
      map(() => {
        throw new Error('It did not end within 60 s.');
      }),
    ),
  );

const market$ = ({ client }, { InstrumentId }) =>
  merge(
    orderBook$(client, { InstrumentId }).pipe(map((book) => ({ _tag: 'Book', book }))),
    subscribe$(client, SubscribeTrades, { InstrumentId, IncludeLastCount: 5 }).pipe(
      map((message) => ({ _tag: 'Trades', message })),
    ),
  );

const choose = (instruments, { symbol }) => {
  const wanted = symbol ?? 'BTCUSDT';
  const running = instruments.filter(({ SessionStatus }) => SessionStatus === 'Running');
  const chosen =
    running.find(({ Symbol }) => Symbol === wanted) ?? (symbol === undefined ? running[0] : undefined);
  if (chosen === undefined) throw new Error(`No instrument ${wanted} is running here.`);
  return chosen;
};

const whyNoOrder = ({ credentials }) =>
  credentials === undefined
    ? 'No login was given (NOTBANK_API_KEY, NOTBANK_SECRET, NOTBANK_USER_ID): only what is public is shown, and no order is placed.'
    : 'This is a real gateway: no order is placed, as NOTBANK_PLACE_ORDER is not "yes".';

const watch$ = concat(note('Watching the market.'), pause(2_500));

const chapters$ = (stage, instrument) => {
  const { client, gateway, settings } = stage;
  if (gateway.credentials === undefined) return concat(note(whyNoOrder(gateway)), watch$, pause(2_500));
  return concat(
    settings.placesOrder ? EMPTY : note(whyNoOrder(gateway)),
    watch$,
    trade$({ client, gateway, settings }, instrument),
  );
};

/**
 * Everything that happens, one thing after another: connection, instruments, market, and an order where one may be
 * placed. Completes at the end of the story; errors with the first thing that goes wrong for good.
 */
export const story$ = (stage) => {
  const { client, gateway, settings } = stage;
  const isOpen$ = defer(() => client.socket$.pipe(take(1), ignoreElements()));
  const rest$ = request$(client, GetInstruments, {}).pipe(
    switchMap((instruments) => {
      const instrument = choose(instruments, settings);
      return concat(
        of({ _tag: 'Instruments', instruments, instrument }),
        during(market$(stage, instrument), chapters$(stage, instrument)),
      );
    }),
  );
  return concat(
    of({ _tag: 'Title', text: `notbank-rx, ${gateway.what} ${gateway.url}` }),
    during(
      connection$(stage),
      concat(
        isOpen$,
        gateway.credentials === undefined ? EMPTY : note('Logged in.', 'good'),
        rest$,
        note('The end.'),
      ),
    ),
  );
};
