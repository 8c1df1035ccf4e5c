import { Observable, type Subscription, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import type { Stream } from '../topic.ts';
import { createGate } from './gate.ts';
import { leave } from './leaving.ts';
import { createMember, type Member } from './member.ts';

/** The streams that one unsubscribe ends together. */
interface Group {
  readonly members: Map<string, Member<unknown>>;
  consumers: number;
  lingering: Subscription | undefined;
}

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

const memberOf = <M>(connection: Connection, group: Group, stream: Stream<M>): Member<M> => {
  const known = group.members.get(stream.key) as Member<M> | undefined;
  if (known !== undefined) return known;
  const member = createMember(connection, stream, (socket) => {
    group.members.delete(stream.key);
    if (socket !== undefined && group.members.size === 0) leave(connection, socket, stream);
  });
  group.members.set(stream.key, member);
  return member;
};

/** Any stream of the group will do: their unsubscribes are the same. */
const endGroup = (connection: Connection, group: Group, stream: Ending): void => {
  groupsIn(connection).delete(stream.group);
  const sockets = [...group.members.values()].map((member) => member.stop());
  group.members.clear();
  const socket = sockets.find((sending) => sending !== undefined);
  if (socket !== undefined) leave(connection, socket, stream);
};

/**
 * A stream with one subscription at the exchange however many consumers it has, begun again on every socket.
 *
 * A late consumer is given the present state at once. The exchange is told when the last consumer of the stream's
 * group has left and nobody has joined in the same turn; a consumer that joins while that is under way waits for its
 * answer. It completes when the connection is closed, and errors alone when it is refused, or a payload of its own
 * cannot be read.
 */
export const sharedStream$ = <M>(connection: Connection, stream: Stream<M>): Observable<M> =>
  new Observable((subscriber) => {
    const group = groupOf(connection, stream.group);
    const member = memberOf(connection, group, stream);
    group.consumers += 1;
    group.lingering?.unsubscribe();

    const present = member.now();
    const gate = createGate<M>(subscriber);
    subscriber.add(member.message$.subscribe(gate.observer));
    subscriber.add(() => {
      group.consumers -= 1;
      if (group.consumers > 0) return;
      if (group.members.size === 0) groupsIn(connection).delete(stream.group);
      else group.lingering = timer(0).subscribe(() => endGroup(connection, group, stream));
    });
    member.start();
    if (present !== undefined) subscriber.next(present);
    gate.open();
  });
