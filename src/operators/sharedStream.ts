import { Observable, type Subscription, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Stream } from '../topic.ts';
import { createGate } from './gate.ts';
import { leave } from './leaving.ts';
import { createMember, type Member } from './member.ts';
import { createReading, type Reading } from './reading.ts';

/** The streams that one unsubscribe ends together. */
interface Group {
  readonly members: Map<string, Member>;
  consumers: number;
  lingering: Subscription | undefined;
}

/** Any stream of a group will do: their unsubscribes are the same. */
type Ending = Parameters<typeof leave>[2];

const groupsOf = new WeakMap<Connection, Map<string, Group>>();

const groupsIn = (connection: Connection): Map<string, Group> => {
  const groups = groupsOf.get(connection) ?? new Map<string, Group>();
  groupsOf.set(connection, groups);
  return groups;
};

const groupOf = (connection: Connection, key: string): Group => {
  const groups = groupsIn(connection);
  const group = groups.get(key) ?? { members: new Map(), consumers: 0, lingering: undefined };
  groups.set(key, group);
  return group;
};

const memberOf = <M>(connection: Connection, { members }: Group, stream: Stream<M>): Member => {
  const known = members.get(stream.key);
  if (known !== undefined) return known;
  const member = createMember(connection, stream.group, (socket) => {
    members.delete(stream.key);
    if (socket !== undefined && members.size === 0) leave(connection, socket, stream);
  });
  members.set(stream.key, member);
  return member;
};

/** Stops listening to all of a group, and ends it at the exchange. */
const end = (connection: Connection, { members }: Group, stream: Ending): void => {
  const sockets = [...members.values()].map(({ stop }) => stop());
  const socket = sockets.find((sending) => sending !== undefined);
  if (socket !== undefined) leave(connection, socket, stream);
};

const endGroup = (connection: Connection, group: Group, stream: Ending): void => {
  groupsIn(connection).delete(stream.group);
  end(connection, group, stream);
  group.members.clear();
};

/** The exchange gives a snapshot only to whoever subscribes, and a new reading needs one of its own. */
const readingOf = <M>(
  connection: Connection,
  group: Group,
  { readings }: Member,
  stream: Stream<M>,
): Reading<M> => {
  const known = readings.get(stream.events) as Reading<M> | undefined;
  if (known !== undefined) return known;
  if (readings.size > 0) end(connection, group, stream);
  const reading = createReading(stream);
  readings.set(stream.events, reading as Reading);
  return reading;
};

/**
 * A stream with one subscription at the exchange however many consumers it has, begun again on every socket.
 *
 * A late consumer is given the present state at once. One that reads the stream in a way in which nobody has read it
 * so far has the whole group begun anew: a fresh snapshot for everyone. The exchange is told when the last consumer
 * of the group has left and nobody has joined in the same turn; a consumer that joins while that is under way waits
 * for its answer. It completes when the connection is closed, and errors alone when it is refused, or a payload of its
 * own cannot be read.
 */
export const sharedStream$ = <M>(connection: Connection, stream: Stream<M>): Observable<M> =>
  new Observable((subscriber) => {
    const group = groupOf(connection, stream.group);
    const member = memberOf(connection, group, stream);
    const reading = readingOf(connection, group, member, stream);
    group.consumers += 1;
    group.lingering?.unsubscribe();

    const present = reading.now();
    const gate = createGate<M>(subscriber);
    subscriber.add(reading.messages.subscribe(gate.observer));
    subscriber.add(() => {
      group.consumers -= 1;
      if (group.consumers > 0) return;
      if (group.members.size === 0) endGroup(connection, group, stream);
      else group.lingering = timer(0).subscribe(() => endGroup(connection, group, stream));
    });
    for (const { start } of group.members.values()) start();
    if (present !== undefined) subscriber.next(present);
    gate.open();
  });
