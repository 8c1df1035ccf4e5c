import { distinctUntilChanged, filter, fromEvent, map, type Observable, shareReplay, startWith } from 'rxjs';
import { element } from './element.ts';
import type { Formats } from './formats.ts';

/** The instrument that is chosen from a list, at first the first; whoever comes later is told the present one. */
export const chosenFormats$ = (list: HTMLSelectElement, all: readonly Formats[]): Observable<Formats> => {
  list.replaceChildren(...all.map(({ instrument }) => element('option', {}, instrument.Symbol)));
  return fromEvent(list, 'change').pipe(
    startWith(undefined),
    map(() => all[Math.max(0, list.selectedIndex)]),
    filter((formats) => formats !== undefined),
    distinctUntilChanged(),
    shareReplay({ bufferSize: 1, refCount: false }),
  );
};

/** The length of bars that is chosen by radio buttons, in seconds. */
export const chosenInterval$ = (buttons: HTMLElement): Observable<number> => {
  const chosen = (): number => Number(buttons.querySelector<HTMLInputElement>(':checked')?.value ?? 60);
  return fromEvent(buttons, 'change').pipe(startWith(undefined), map(chosen), distinctUntilChanged());
};
