import { fromEvent, map, mergeMap, merge, type Observable } from 'rxjs';
import { element } from './element.ts';
import type { Fault } from './settings.ts';

const faultButton = (root: HTMLElement, { name, label, title }: Fault): Observable<string> => {
  const button = element(
    'button',
    { type: 'button', title, className: 'fault', data: { fault: name } },
    label,
  );
  root.append(button);
  return fromEvent(button, 'click').pipe(
    mergeMap(() => fetch(`/faults/${name}`, { method: 'POST' })),
    map(() => title),
  );
};

/** Buttons that have something go wrong at the exchange; emits in words what was begun. */
export const faultButtons = (root: HTMLElement, faults: readonly Fault[]): Observable<string> =>
  merge(...faults.map((fault) => faultButton(root, fault)));
