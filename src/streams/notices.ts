import * as E from 'fp-ts/lib/Either.js';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  map,
  mergeMap,
  Observable,
  of,
  retry,
  startWith,
  Subscription,
  switchMap,
  take,
  throwError,
  timer,
} from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { type ClientError, ConnectionLost, InvalidRequest } from '../errors.ts';
import { type Asking, askOn } from '../requests/ask.ts';
import type { Socket } from '../socket.ts';
import { continued } from './continued.ts';
import { beginAll, widen } from './group.ts';
import { groupOf } from './groups.ts';
import { joinAfter } from './joinAfter.ts';
import { type AnyStream, type Line, lineIn, readerOf } from './line.ts';
import { failed, type Notice, notYet } from './notice.ts';
import { read$ } from './read.ts';
import type { Reading } from './reading.ts';
import { type Registry, registryOf } from './registry.ts';
import type { Stream } from './stream.ts';
import type { Topic } from './topic.ts';
import { clean, type History, remedyFor } from './trouble.ts';

/** How a consumer takes part in a stream. */
export interface Part {
  /** Whether it follows the state: then no change may be lost without a fresh start. */
  readonly isFollower: boolean;
  /** Whether a follower reads each state when it is told and not later, so that it may be a draft. @default false */
  readonly readsAtOnce?: boolean;
  /** Called with the line that it has joined, which may be another later. */
  readonly joined?: (line: Line) => void;
}

/**
 * What was live when it was told, and is lost by what another consumer did on hearing it: a fresh snapshot follows.
 * Of an account nothing follows that would have it, so that it is handed on.
 */
const isOutlived = <S>(notice: Notice<S>, line: Line, reading: Reading): boolean =>
  notice.kept.status === 'live' &&
  line.stream.hasSnapshot &&
  readerOf(line, reading)?.folding.kept().status !== 'live';

/** Counts one more; what it returns takes that back. */
const countIn = (line: Line, count: 'followers' | 'keepers' | 'listeners'): (() => void) => {
  line[count] += 1;
  return () => {
    line[count] -= 1;
  };
};

/** Counts a consumer of a line by what it takes of it, until it is unsubscribed from. */
const takePart = (line: Line, { isFollower, readsAtOnce = false }: Part): Subscription => {
  const part = new Subscription(countIn(line, isFollower ? 'followers' : 'listeners'));
  if (isFollower && !readsAtOnce) part.add(countIn(line, 'keepers'));
  return part;
};

/** Why a stream cannot be joined: it would give states of another topic's, and of another type. */
const misfitOf = (
  { stream }: Line,
  { name, fold }: Pick<AnyStream, 'name' | 'fold'>,
): InvalidRequest | undefined =>
  stream.fold === fold
    ? undefined
    : new InvalidRequest(name, [
        {
          path: 'the topic',
          expected: 'the one by which this stream is followed already, made once for all,',
          found: 'another with the same function and key',
        },
      ]);

/** The stream of a line, the present first; but who wants messages, and more than there is, waits for it. */
const joined$ = <S>(
  registry: Registry,
  line: Line,
  stream: Stream<S>,
  reading: Reading,
  part: Part,
): Observable<Notice<S>> =>
  new Observable((subscriber) => {
    const { shared, attend } = registry;
    const { isFollower, joined } = part;
    const isEnough = stream.amount <= line.stream.amount;
    subscriber.add(takePart(line, part));
    // Of one key there is one fold, so what comes out is of the type that it makes.
    const present = readerOf(line, reading)?.folding.present() as Notice<S> | undefined;
    joined?.(line);
    // What is open may be lost while the consumer is given the first.
    if (shared.inner.currentSocket() !== undefined) attend();
    const notice$ = (read$(shared, line, reading) as Observable<Notice<S>>).pipe(
      filter((notice) => !isOutlived(notice, line, reading)),
    );
    if (isFollower || isEnough) joinAfter(present ?? notYet<S>(), notice$, subscriber);
    else subscriber.add(notice$.subscribe(subscriber));
    if (subscriber.closed) return;
    widen(shared, line, stream as AnyStream);
    attend();
    // What was opened by the consumer itself, while it was given the first, nobody had listened to.
    const opened = shared.inner.currentSocket();
    if (opened !== undefined) beginAll(shared, line.group, opened);
  });

/** A known stream, or that it is another topic's. */
const known$ = <S>(
  registry: Registry,
  stream: Stream<S>,
  reading: Reading,
  part: Part,
): Observable<Notice<S>> =>
  defer(() => {
    const line = lineIn(groupOf(registry.shared, stream.group), stream as AnyStream);
    const misfit = misfitOf(line, stream);
    return misfit === undefined ? joined$(registry, line, stream, reading, part) : of(failed<S>(misfit));
  });

/** Asks on one socket which stream it is, until that is answered. */
const found$ = <S>(
  { shared: { inner } }: Registry,
  socket: Socket,
  seek: (ask: Asking) => Observable<Stream<S>>,
): Observable<E.Either<Notice<S>, Stream<S>>> => {
  let history: History = clean;
  const afterwards = (error: ClientError): Observable<E.Either<Notice<S>, Stream<S>>> => {
    // The next socket is asked instead.
    if (error instanceof ConnectionLost) return EMPTY;
    const remedy = remedyFor({ _tag: 'NotBegun', error }, history, monotonicNow());
    if (remedy._tag === 'GiveUp') return of(E.left(failed<S>(error)));
    history = remedy.history;
    inner.report(error);
    const again$ = timer(remedy.delay).pipe(mergeMap(() => throwError(() => error)));
    return concat(of(E.left(notYet<S>(error))), again$);
  };
  return defer(() => seek(askOn(socket, inner))).pipe(
    take(1),
    map((stream) => E.right(stream)),
    catchError((error: unknown) => afterwards(error as ClientError)),
    retry(),
  );
};

/**
 * A stream that is looked up on every socket anew. It is left as soon as the socket is over, since it may be another on
 * the next.
 */
const sought$ = <S>(
  registry: Registry,
  seek: (ask: Asking) => Observable<Stream<S>>,
  reading: Reading,
  part: Part,
): Observable<Notice<S>> => {
  const join = (found: E.Either<Notice<S>, Stream<S>>): Observable<Notice<S>> =>
    E.isLeft(found) ? of(found.left) : known$(registry, found.right, reading, part);
  return registry.socket$.pipe(
    switchMap((socket) =>
      socket === undefined ? EMPTY : found$(registry, socket, seek).pipe(switchMap(join)),
    ),
    startWith(notYet<S>()),
    catchError((error: unknown) => of(failed<S>(error as ClientError))),
    continued(),
  );
};

/**
 * What a stream tells one consumer: the present state first, then every change, setback and loss, over any number of
 * sockets. Cold, and shared behind the scenes: one subscription at the exchange, and one fold for each reading.
 *
 * It never errors. It completes after `Failed`, and when the client is closed. Unsubscribing leaves the stream; the
 * last to leave, with nobody joining in the same turn, ends it at the exchange.
 */
export const notices$ = <A, S, M>(
  connection: Connection,
  topic: Topic<A, S, M>,
  params: A,
  part: Part,
): Observable<Notice<S>> =>
  defer(() => {
    const settled = topic.settle(params);
    if (E.isLeft(settled)) return of(failed<S>(settled.left));
    const registry = registryOf(connection);
    return settled.right._tag === 'Known'
      ? known$(registry, settled.right.settled, topic.reading, part)
      : sought$(registry, settled.right.seek, topic.reading, part);
  });
