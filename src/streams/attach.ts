import * as E from 'fp-ts/lib/Either.js';
import { catchError, defer, EMPTY, map, mergeMap, Observable, of, switchMap, take, throwIfEmpty } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import { type ClientError, DecodeError, isClientError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import { mismatchOfThrown } from '../mismatches.ts';
import { askOn } from '../requests/ask.ts';
import { explained } from '../requests/explained.ts';
import type { Socket } from '../socket.ts';
import { joinChannel, type Listener } from './channel.ts';
import type { Folding } from './folding.ts';
import { createGate } from './gate.ts';
import type { Line } from './line.ts';
import type { Stream } from './stream.ts';
import type { Trouble } from './trouble.ts';

/** Where a stream is attached, and how. */
export interface Place {
  readonly socket: Socket;
  readonly terms: Terms;
  /** Where somebody keeps the state, no lost change may pass. */
  readonly line: Pick<Line, 'followers'>;
}

const brokenBy = (name: string, thrown: unknown): Trouble => ({
  _tag: 'Broken',
  error: new DecodeError(name, [mismatchOfThrown(thrown)]),
});

/** The first state out of the frame that answers the subscribe. */
const firstState$ = <S>(
  stream: Stream<S>,
  folding: Folding<S>,
  { socket, terms }: Place,
  frame: Frame,
): Observable<E.Either<Trouble, S>> => {
  const notBegun = (error: ClientError): Trouble => ({ _tag: 'NotBegun', error });
  const how = { reading: folding.reading, ask: askOn(socket, terms), report: terms.report };
  return defer(() => {
    const state$ = stream.begin(frame, how);
    return E.isLeft(state$)
      ? of(E.left(notBegun(explained(state$.left, terms))))
      : state$.right.pipe(
          take(1),
          throwIfEmpty(() => new Error('begin has completed without a state')),
          map((state) => E.right(state)),
        );
  }).pipe(
    catchError((error: unknown) =>
      of(E.left(isClientError(error) ? notBegun(error) : brokenBy(stream.name, error))),
    ),
  );
};

/**
 * One stream in one reading on one socket: listens for its events, has the folding begin with the reply to the
 * subscribe, then hands it every event. Events that come before the first state are held and follow it, but for what
 * it contains already.
 *
 * Cold, not shared; it never errors. It emits what it runs into, and listens on: what is done about it is the
 * caller's to say. Unsubscribing stops listening; ending the stream at the exchange is the caller's as well.
 *
 * @param reply$ The frame that answers the subscribe.
 */
export const attach$ = <S>(
  stream: Stream<S>,
  folding: Folding<S>,
  place: Place,
  reply$: Observable<Frame>,
): Observable<Trouble> =>
  new Observable((subscriber) => {
    let isMute = false;
    const attempt = (act: () => void): void => {
      try {
        act();
      } catch (thrown) {
        subscriber.next(brokenBy(stream.name, thrown));
      }
    };
    const gate = createGate((event: unknown) => {
      // Whoever was told of the first state may have given the socket up, and with it what was held back.
      if (!isMute && !subscriber.closed) attempt(() => folding.apply(event));
    });
    const listener: Listener = {
      next: gate.pass,
      misread: (error) => {
        if (stream.whenUnreadable === 'skip' && place.line.followers === 0) return;
        isMute = stream.whenUnreadable === 'renew';
        subscriber.next({ _tag: 'Unreadable', error });
      },
      broken: (error) => subscriber.next({ _tag: 'Broken', error }),
    };
    const begin = (state: S): void => {
      // What it will not be told of any more would have it called live: it is begun by the renewal.
      if (isMute) return;
      folding.begin(state);
      gate.open((event) => stream.news(event, state));
    };

    const channel = { socket: place.socket, reading: folding.reading, report: place.terms.report };
    attempt(() => {
      for (const event of stream.events) subscriber.add(joinChannel(channel, event, stream.routes, listener));
    });
    subscriber.add(
      reply$
        .pipe(
          catchError(() => EMPTY),
          switchMap((frame) => firstState$(stream, folding, place, frame)),
          mergeMap((state) => {
            if (E.isLeft(state)) return of(state.left);
            attempt(() => begin(state.right));
            return EMPTY;
          }),
        )
        .subscribe((trouble) => subscriber.next(trouble)),
    );
  });
