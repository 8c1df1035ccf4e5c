import { type Observer, type Subscriber, Subscription, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import type { Stream } from './topic.ts';
import { entryOf } from './entry.ts';
import { joinAfter } from './joinAfter.ts';
import { leave } from './leaving.ts';
import { createMember, type Member, type Sending } from './member.ts';
import { createReading, type Reading } from './reading.ts';

/** The streams that one unsubscribe ends together, with all their consumers. */
export interface Group {
  /** Hands a consumer the present state of a stream, if there is one, and every message from then on. */
  readonly join: <M>(stream: Stream<M>, consumer: Subscriber<M>) => void;
}

const textOf = ({ name, payload }: Call<unknown>): string => JSON.stringify([name, payload]);

/** Most groups have one unsubscribe for all of their streams. */
const distinct = (calls: readonly Call<unknown>[]): readonly Call<unknown>[] => [
  ...new Map(calls.map((call) => [textOf(call), call])).values(),
];

/**
 * Makes a {@link Group}, which begins with its first consumer. It ends when the last one has left and nobody has
 * joined in the same turn.
 *
 * @param discard Called when it ends: nobody may join it any more.
 */
export const createGroup = (connection: Connection, key: string, discard: () => void): Group => {
  const members = new Map<string, Member>();
  let consumers = 0;
  let sockets: Subscription | undefined;
  let lingering: Subscription | undefined;

  /** Stops listening, and ends at the exchange what is still sent. */
  const stop = (failed?: Sending): void => {
    const sending = [failed, ...[...members.values()].map((member) => member.stop())].filter(
      (candidate) => candidate !== undefined,
    );
    const [first] = sending;
    if (first === undefined) return;
    leave(connection, first.socket, key, distinct(sending.map(({ unsubscribe }) => unsubscribe)));
  };

  /** Begins what is not under way. */
  const start = (socket: Socket | undefined): void => {
    if (socket !== undefined) for (const member of [...members.values()]) member.start(socket);
  };

  /** A fresh snapshot for everyone. */
  const beginAnew = (failed?: Sending): void => {
    stop(failed);
    start(connection[inner].currentSocket());
  };

  /** The connection is over for good. */
  const over = (farewell: (consumers: Observer<never>) => void): void => {
    const ended = [...members.values()];
    members.clear();
    sockets = undefined;
    for (const member of ended) {
      member.stop();
      member.tell(farewell);
    }
  };

  const followSockets = (): void => {
    sockets = new Subscription();
    sockets.add(
      connection.socket$.subscribe({
        next: start,
        error: (error: unknown) => over((listeners) => listeners.error(error)),
        complete: () => over((listeners) => listeners.complete()),
      }),
    );
  };

  const end = (): void => {
    // First of all, so that whoever joins because of what follows begins another group.
    discard();
    sockets?.unsubscribe();
    stop();
    members.clear();
  };

  const memberOf = (stream: Stream<unknown>): Member =>
    entryOf(members, stream.key, () =>
      createMember(connection, stream, beginAnew, (sending) => {
        members.delete(stream.key);
        // Its unsubscribe may end the others as well, without a word.
        if (sending !== undefined) beginAnew(sending);
      }),
    );

  const readingOf = <M>(stream: Stream<M>): Reading<M> => {
    const { readings } = memberOf(stream as Stream<unknown>);
    const create = (): Reading => {
      // The exchange gives a snapshot only to whoever subscribes, and a new reading needs one of its own.
      if (readings.size > 0) stop();
      return createReading(stream as Stream<unknown>);
    };
    return entryOf(readings, stream.events, create) as Reading<M>;
  };

  return {
    join: (stream, consumer) => {
      const reading = readingOf(stream);
      consumers += 1;
      lingering?.unsubscribe();
      consumer.add(() => {
        consumers -= 1;
        if (consumers > 0) return;
        if (members.size === 0) end();
        else lingering = timer(0).subscribe(end);
      });

      const present = reading.now();
      if (present !== undefined) {
        joinAfter(present, reading.messages, consumer);
        return;
      }
      reading.messages.subscribe(consumer);
      if (sockets === undefined) followSockets();
      else start(connection[inner].currentSocket());
    },
  };
};
