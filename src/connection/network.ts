import { defer, EMPTY, fromEvent, type Observable } from 'rxjs';

/** Whether the platform says that it has no network: a browser and its workers do. One that says nothing has one. */
export const isOffline = (): boolean =>
  (globalThis as { readonly navigator?: { readonly onLine?: boolean } }).navigator?.onLine === false;

/** Emits when the platform says that it has a network again. Listens only while it is subscribed to. */
export const online$: Observable<unknown> = defer(() =>
  'addEventListener' in globalThis ? fromEvent(globalThis, 'online') : EMPTY,
);
