import { conflateMap, conflateWith, type FlowOptions } from 'notbank-rx';
import {
  animationFrames,
  ignoreElements,
  map,
  type Observable,
  type OperatorFunction,
  pipe,
  startWith,
  take,
  tap,
} from 'rxjs';

/** Draws at once, and lets nothing else be drawn before the next frame. */
const drawn$ = <A>(draw: (value: A) => void, value: A): Observable<A> =>
  animationFrames().pipe(take(1), ignoreElements(), startWith(value), tap(draw));

/**
 * Draws states: at most one a frame of the screen, and always the newest. What comes in between is dropped, so that a
 * page that is slow, or hidden and given no frames, does not fall behind. Emits what it has drawn.
 */
export const onScreen = <A>(draw: (value: A) => void, options?: FlowOptions): OperatorFunction<A, A> =>
  conflateMap((value) => drawn$(draw, value), options);

/** Draws things of which each counts: those of a frame together, the last so many of them where a page is hidden. */
export const batchesOnScreen = <A>(
  draw: (values: readonly A[]) => void,
  most: number,
): OperatorFunction<A, readonly A[]> =>
  pipe(
    map((value: A): readonly A[] => [value]),
    conflateWith(
      (older, newer) => [...older, ...newer].slice(-most),
      (values) => drawn$(draw, values),
    ),
  );
