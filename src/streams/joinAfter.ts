import type { Observable, Subscriber } from 'rxjs';
import { createGate } from './gate.ts';

/**
 * Joins a consumer to a source and gives it something older first: what arrives while the consumer is still being
 * given that is held back, and follows in order.
 */
export const joinAfter = <M>(older: M, source: Observable<M>, consumer: Subscriber<M>): void => {
  const { pass, open } = createGate((message: M) => consumer.next(message));
  let isOpen = false;
  let heldEnd: (() => void) | undefined;
  const end = (tell: () => void): void => {
    if (isOpen) tell();
    else heldEnd = tell;
  };
  consumer.add(
    source.subscribe({
      next: pass,
      error: (error: unknown) => end(() => consumer.error(error)),
      complete: () => end(() => consumer.complete()),
    }),
  );
  consumer.next(older);
  open();
  isOpen = true;
  heldEnd?.();
};
