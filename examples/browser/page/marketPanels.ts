import {
  bars$,
  type Connection,
  createCounters,
  type Order,
  orderBook$,
  touch$,
  type Trade,
  trades$,
} from 'notbank-rx';
import { combineLatest, filter, map, merge, type Observable, switchMap, tap } from 'rxjs';
import { candles } from './candles.ts';
import { depthChart } from './depthChart.ts';
import { place, write } from './element.ts';
import type { Formats } from './formats.ts';
import { ladder, type Prices } from './ladder.ts';
import { lastPrice } from './lastPrice.ts';
import { batchesOnScreen, onScreen } from './onScreen.ts';
import { quote } from './quote.ts';
import { tape, tapeLength } from './tape.ts';

/** How many bars are shown. */
const barCount = 120;

const pricesOf =
  (InstrumentId: number) =>
  (orders: readonly Order[]): Prices =>
    new Set(orders.filter(({ Instrument }) => Instrument === InstrumentId).map(({ Price }) => Price));

const panel = (selector: string): HTMLElement => place(selector, HTMLElement);

/**
 * The panels of a market: subscribed to, they show an instrument until they are unsubscribed from. However many of them
 * show the book, it is subscribed to once at the exchange, and kept once here.
 *
 * @param interval$ How long the candles are, in seconds.
 * @param open$ One's own open orders, of all instruments.
 */
export const marketPanels = (
  client: Connection,
  interval$: Observable<number>,
  open$: Observable<readonly Order[]>,
): ((formats: Formats) => Observable<unknown>) => {
  const drawCandles = candles(panel('#candles'));
  const drawDepth = depthChart(panel('#depth'));
  const counters = createCounters();
  const tellCounts = (): void =>
    write(panel('#drawn'), `${counters.received} books, ${counters.started} drawn`);
  return (formats) => {
    const InstrumentId = formats.instrument.InstrumentId;
    const book$ = orderBook$(client, { InstrumentId });
    const trade$ = trades$(client, { InstrumentId, history: tapeLength });
    const chosenBars$ = interval$.pipe(
      switchMap((Interval) => bars$(client, { InstrumentId, Interval, history: barCount })),
    );
    const drawLadder = ladder(panel('#ladder'), formats);
    return merge(
      combineLatest([book$, open$.pipe(map(pricesOf(InstrumentId)))]).pipe(
        onScreen(([book, own]) => drawLadder(book, own), { counters }),
        tap(tellCounts),
      ),
      book$.pipe(onScreen(drawDepth)),
      touch$(client, { InstrumentId }).pipe(onScreen(quote(panel('#quote'), formats))),
      trade$.pipe(batchesOnScreen(tape(panel('#tape'), formats), tapeLength)),
      trade$.pipe(
        filter((item): item is Trade => item._tag === 'Trade'),
        onScreen(lastPrice(panel('#last-price'), formats)),
      ),
      chosenBars$.pipe(onScreen((bars) => drawCandles(bars, formats))),
    );
  };
};
