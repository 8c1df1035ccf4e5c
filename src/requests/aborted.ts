import { defer, fromEvent, map, type Observable, of, Subject, take, takeUntil, tap } from 'rxjs';
import { AbortError } from '../errors.ts';

/**
 * Errors with an `AbortError` once the signal is aborted, at once where it is already; emits nothing. Cold;
 * unsubscribing listens no more.
 *
 * @param isSent Asked at that moment, for the error.
 */
export const aborted$ = (call: string, signal: AbortSignal, isSent: () => boolean): Observable<never> =>
  defer(() => (signal.aborted ? of(undefined) : fromEvent(signal, 'abort'))).pipe(
    take(1),
    map((): never => {
      throw new AbortError(call, isSent(), signal.reason);
    }),
  );

/**
 * What is asked, until the signal is aborted: it then errors, and what is asked is unsubscribed from. Nothing is asked
 * where the signal is aborted already. What has been answered cannot be aborted any more, from within the hearing of the
 * answer either. Without a signal it is what is asked, and no more.
 *
 * @param ask Makes what is asked; it calls `onSent` when the request leaves.
 * @param isAnswer Which of what comes is the answer. @default all that comes
 */
export const abortable = <B>(
  call: string,
  signal: AbortSignal | undefined,
  ask: (onSent: () => void) => Observable<B>,
  isAnswer: (value: B) => boolean = () => true,
): Observable<B> => {
  if (signal === undefined) return ask(() => undefined);
  return defer(() => {
    let isSent = false;
    const answered = new Subject<void>();
    const onSent = (): void => {
      isSent = true;
    };
    return ask(onSent).pipe(
      tap((value) => {
        if (isAnswer(value)) answered.next();
      }),
      takeUntil(aborted$(call, signal, () => isSent).pipe(takeUntil(answered))),
    );
  });
};
