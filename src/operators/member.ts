import { concat, defer, finalize, type Observable, Subject, Subscription, switchMap } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GatewayError, InvalidRequest } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Present, Stream } from '../topic.ts';
import { attach } from './attach.ts';
import { left$ } from './leaving.ts';

/** One stream with all its consumers, over one socket after another. */
export interface Member<M> {
  readonly message$: Observable<M>;
  /** The present state; `undefined` before a snapshot, and while there is no socket. */
  readonly now: () => M | undefined;
  /** Begins with the first consumer; does nothing after that. */
  readonly start: () => void;
  /** Stops listening; returns the socket on which the exchange still sends, if there is one. */
  readonly stop: () => Socket | undefined;
}

/** How many identities of past messages are kept, to know the same event when it is sent twice. */
const rememberedIdentities = 512;

/** Lets each identity through once. */
const createRepeatFilter = <M>({ identity }: Stream<M>): ((message: M) => boolean) => {
  const seen = new Set<string>();
  return (message) => {
    const id = identity(message);
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen.size > rememberedIdentities ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return true;
  };
};

/** The exchange sends on unless it was the one that said no. */
const isStillSending = (error: unknown): boolean =>
  !(error instanceof GatewayError || error instanceof InvalidRequest);

/**
 * Makes a {@link Member}.
 *
 * @param discard Called when it has ended by itself, with the socket on which the exchange still sends, if there is one.
 */
export const createMember = <M>(
  connection: Connection,
  stream: Stream<M>,
  discard: (socket: Socket | undefined) => void,
): Member<M> => {
  const messages = new Subject<M>();
  const isNew = createRepeatFilter(stream);
  let present: Present<M> | undefined;
  let socket: Socket | undefined;

  const on = (next: Socket): Observable<M> =>
    concat(
      left$(next, stream.group),
      defer(() => {
        socket = next;
        present = stream.present();
        return attach(connection, next, stream);
      }),
    ).pipe(
      finalize(() => {
        // A dead socket's last value is nobody's present state.
        present = undefined;
        socket = undefined;
      }),
    );

  const publish = (message: M): void => {
    if (!isNew(message)) return;
    present?.take(message);
    messages.next(message);
  };

  const subscription = new Subscription();
  let isStarted = false;

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    subscription.add(
      connection.socket$.pipe(switchMap(on)).subscribe({
        next: publish,
        error: (error: unknown) => {
          discard(isStillSending(error) ? socket : undefined);
          messages.error(error);
        },
        complete: () => {
          discard(undefined);
          messages.complete();
        },
      }),
    );
  };

  const stop = (): Socket | undefined => {
    const sending = socket;
    subscription.unsubscribe();
    return sending;
  };

  return { message$: messages, now: () => present?.now(), start, stop };
};
