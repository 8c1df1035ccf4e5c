import { bars$, GetInstruments, openOrders$, orderBook$, request$, touch$, whenLive } from 'notbank-rx';
import {
  combineLatest,
  EMPTY,
  firstValueFrom,
  fromEvent,
  map,
  merge,
  retry,
  share,
  startWith,
  switchMap,
  take,
} from 'rxjs';
import { account$, accountPanels$ } from './accountPanels.ts';
import { chosenFormats$, chosenInterval$ } from './choices.ts';
import { clientOf } from './clientOf.ts';
import { connectionPanel$, type Track } from './connectionPanel.ts';
import { place } from './element.ts';
import { faultButtons } from './faultButtons.ts';
import { formatsOf } from './formats.ts';
import { clickedPrice$ } from './ladder.ts';
import { marketPanels } from './marketPanels.ts';
import { linkMoments$, noted, trustMoments$ } from './moment.ts';
import { fillPrice } from './orderForm.ts';
import { readSettings } from './settings.ts';

const panel = (selector: string): HTMLElement => place(selector, HTMLElement);

const settings = await readSettings();
const client = clientOf(settings);
const instruments = await firstValueFrom(request$(client, GetInstruments, {}).pipe(retry({ delay: 1_000 })));

// What is chosen, and whose account it is.
const all = instruments.filter(({ SessionStatus }) => SessionStatus === 'Running').map(formatsOf);
const formats$ = chosenFormats$(place('#symbol', HTMLSelectElement), all);
const of$ = formats$.pipe(map(({ instrument: { InstrumentId } }) => ({ InstrumentId })));
const interval$ = chosenInterval$(panel('#intervals'));
const own$ = settings.login === undefined ? EMPTY : account$(client);

// How far each part can be trusted.
const book$ = of$.pipe(switchMap((of) => orderBook$(client, of)));
const chosenBars$ = combineLatest([of$, interval$]).pipe(
  switchMap(([of, Interval]) => bars$(client, { ...of, Interval, history: 2 })),
);
const orders$ = own$.pipe(switchMap((account) => openOrders$(client, account)));
const tracks: readonly Track[] = [
  { name: 'link', badge: '#link', moment$: linkMoments$(client) },
  { name: 'book', badge: '#book-status', moment$: trustMoments$(book$) },
  { name: 'candles', badge: '#bars-status', moment$: trustMoments$(chosenBars$) },
  { name: 'account', badge: '#orders-status', moment$: trustMoments$(orders$) },
];

// The panels. What they have to say beside what they show goes into the journal.
const open$ = orders$.pipe(
  map(({ orders }) => orders),
  startWith([]),
);
const market$ = formats$.pipe(switchMap(marketPanels(client, interval$, open$)));
const accountNote$ = own$.pipe(
  switchMap((account) => accountPanels$(client, account, all, formats$)),
  share(),
);
const fault$ = faultButtons(panel('#break'), settings.faults).pipe(map((title) => noted(title)));
const offered$ = of$.pipe(
  switchMap((of) => touch$(client, of).pipe(whenLive(), take(1))),
  map(({ best: { bid } }) => String(bid?.price ?? '')),
);

market$.subscribe();
connectionPanel$(client, tracks, merge(fault$, accountNote$)).subscribe();
merge(offered$, clickedPrice$(panel('#ladder'))).subscribe(fillPrice(place('#order', HTMLFormElement)));
own$.subscribe(({ AccountId }) => panel('#account').replaceChildren(`account ${AccountId}`));
fromEvent(panel('#reconnect'), 'click').subscribe(client.reconnect);
