import type { Observable, Subscriber } from 'rxjs';
import { createGate } from './gate.ts';

/**
 * Joins a consumer to a source and gives it something older first: what arrives while the consumer is still being
 * given that is held back, and follows in order.
 */
export const joinAfter = <M>(older: M, source: Observable<M>, consumer: Subscriber<M>): void => {
  const { pass, open } = createGate((tell: () => void) => tell());
  consumer.add(
    source.subscribe({
      next: (message) => pass(() => consumer.next(message)),
      error: (error: unknown) => pass(() => consumer.error(error)),
      complete: () => pass(() => consumer.complete()),
    }),
  );
  consumer.next(older);
  open();
};
