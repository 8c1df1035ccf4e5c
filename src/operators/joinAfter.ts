import type { Observable, Subscriber } from 'rxjs';

/**
 * Joins a consumer to a source and gives it something older first: what arrives while the consumer is still being
 * given that is held back, and follows in order.
 */
export const joinAfter = <M>(older: M, source: Observable<M>, consumer: Subscriber<M>): void => {
  let held: (() => void)[] | undefined = [];

  const pass = (tell: () => void): void => {
    if (held === undefined) tell();
    else held.push(tell);
  };

  consumer.add(
    source.subscribe({
      next: (message) => pass(() => consumer.next(message)),
      error: (error: unknown) => pass(() => consumer.error(error)),
      complete: () => pass(() => consumer.complete()),
    }),
  );
  consumer.next(older);
  for (let tell = held.shift(); tell !== undefined; tell = held.shift()) tell();
  held = undefined;
};
