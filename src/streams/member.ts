import { type Observer, Subscription } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Call } from '../endpoint.ts';
import { GatewayError, InvalidRequest } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Stream } from './topic.ts';
import { attach } from './attach.ts';
import { left$ } from './leaving.ts';
import type { Reading } from './reading.ts';

/** What the exchange sends, and the call that ends it. */
export interface Sending {
  readonly socket: Socket;
  readonly unsubscribe: Call<unknown>;
}

/** One stream with all its consumers, on one socket after another. */
export interface Member {
  /** By the events that they read: the ways in which somebody wants the stream. */
  readonly readings: Map<unknown, Reading>;
  /** Begins on this socket, unless it is under way there. */
  readonly start: (socket: Socket) => void;
  /** Stops listening; returns what the exchange still sends, if it does. */
  readonly stop: () => Sending | undefined;
  /** Tells all consumers something, such as that it is over. */
  readonly tell: (what: (consumers: Observer<never>) => void) => void;
}

/** What the exchange answers to a second subscribe of the same thing; the first goes on. */
const alreadySubscribed = 909;

const isLeftBehind = (error: unknown): boolean =>
  error instanceof GatewayError && error.code === alreadySubscribed;

/** The exchange sends on unless it was the one that said no. */
const isStillSending = (error: unknown): boolean =>
  !(error instanceof GatewayError || error instanceof InvalidRequest);

/**
 * Makes a {@link Member} that is on no socket yet.
 *
 * @param beginAnew Called when somebody has left the stream behind on its socket, so that it gives no snapshot: it must
 *   be ended and begun again.
 * @param discard Called when it has failed, with what the exchange still sends; its consumers are told next.
 */
export const createMember = (
  connection: Connection,
  { group, unsubscribe }: Pick<Stream<unknown>, 'group' | 'unsubscribe'>,
  beginAnew: () => void,
  discard: (sending: Sending | undefined) => void,
): Member => {
  const readings = new Map<unknown, Reading>();
  let subscription: Subscription | undefined;
  let startedOn: Socket | undefined;
  let sending: Sending | undefined;
  let renewedOn: Socket | undefined;

  const stop = (): Sending | undefined => {
    const wasSending = sending;
    subscription?.unsubscribe();
    subscription = startedOn = sending = undefined;
    // A dead socket's last value is nobody's present state.
    for (const { reset } of readings.values()) reset();
    return wasSending;
  };

  const tell = (what: (consumers: Observer<never>) => void): void => {
    for (const { messages } of [...readings.values()]) what(messages);
  };

  const fail = (socket: Socket, error: unknown): void => {
    if (isLeftBehind(error) && renewedOn !== socket) {
      renewedOn = socket;
      beginAnew();
      return;
    }
    const stillSending = stop();
    discard(isStillSending(error) ? stillSending : undefined);
    tell((consumers) => consumers.error(error));
  };

  const begin = (socket: Socket, current: Subscription): void => {
    sending = { socket, unsubscribe };
    current.add(
      attach(connection, socket, [...readings.values()] as unknown as Parameters<typeof attach>[2]).subscribe(
        {
          error: (error: unknown) => fail(socket, error),
          complete: stop,
        },
      ),
    );
  };

  const start = (socket: Socket): void => {
    if (startedOn === socket) return;
    stop();
    startedOn = socket;
    const current = new Subscription();
    subscription = current;
    const leaving = left$(socket, group);
    if (leaving === undefined) begin(socket, current);
    else current.add(leaving.subscribe({ complete: () => begin(socket, current) }));
  };

  return { readings, start, stop, tell };
};
