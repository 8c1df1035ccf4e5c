import type { Call } from '../endpoint.ts';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { begin } from './begin.ts';
import { leave } from './leave.ts';
import { type AnyStream, enter, forget, type Group, isRead, type Line } from './line.ts';
import type { Shared } from './shared.ts';

/** Takes off their socket all lines that are sent, and forgets those that nobody reads; returns what ends them. */
const takenOff = ({ lines }: Group): readonly Call<unknown>[] =>
  [...lines.values()].flatMap((line) => {
    const { phase } = line;
    if (!isRead(line)) forget(line);
    if (phase._tag !== 'Sent') return [];
    enter(line, { _tag: 'Off' });
    return [phase.unsubscribe];
  });

/** Ends a group that nobody reads any more, also at the exchange, with these calls too. */
const end = (shared: Shared, group: Group, more: readonly Call<unknown>[] = []): void => {
  // First of all, so that whoever joins because of what follows begins another group.
  shared.groups.delete(group.key);
  shared.ended();
  const unsubscribes = [...more, ...takenOff(group)];
  const socket = shared.inner.currentSocket();
  if (socket !== undefined) leave(shared.inner, socket, group.key, unsubscribes);
};

/** Ends a group if nobody reads any of it. */
export const endIfUnread = (shared: Shared, group: Group, more?: readonly Call<unknown>[]): boolean => {
  const isUnread = ![...group.lines.values()].some(isRead);
  if (isUnread) end(shared, group, more);
  return isUnread;
};

/** Begins all lines of a group that are on no socket. */
export const beginAll = (shared: Shared, { lines }: Group, socket: Socket): void => {
  for (const line of [...lines.values()]) if (line.phase._tag === 'Off') begin(shared, line, socket);
};

/** Ends a whole group at the exchange, with these calls too, and begins those of its lines afresh that were sent. */
export const restart = (
  shared: Shared,
  group: Group,
  socket: Socket,
  more: readonly Call<unknown>[] = [],
): void => {
  leave(shared.inner, socket, group.key, [...more, ...takenOff(group)]);
  beginAll(shared, group, socket);
};

/**
 * Takes a line out of its group, for good.
 *
 * @param isStillSent Whether the exchange may be sending it: then the group is ended there, and the others begun afresh.
 */
export const remove = (shared: Shared, line: Line, socket: Socket, isStillSent: boolean): void => {
  const { phase, group } = line;
  forget(line);
  const unsubscribes = isStillSent && phase._tag === 'Sent' ? [phase.unsubscribe] : [];
  if (!endIfUnread(shared, group, unsubscribes) && isStillSent) restart(shared, group, socket, unsubscribes);
};

/** Has a line ask for as much as this stream does. */
export const widen = (shared: Shared, line: Line, stream: AnyStream): void => {
  if (stream.amount <= line.stream.amount) return;
  line.stream = stream;
  if (line.phase._tag === 'Sent') restart(shared, line.group, line.phase.socket);
};

/**
 * Begins a line afresh that cannot be trusted any more, with its whole group: its readers are told that it is lost, then
 * a new snapshot. Does nothing while it is not sent, as a snapshot is to come then.
 */
export const renew = (shared: Shared, line: Line): void => {
  const { phase, group } = line;
  if (phase._tag !== 'Sent' || group.lines.get(line.key) !== line) return;
  for (const tell of line.readers.map(({ folding }) => folding.lose())) tell();
  if (line.phase === phase) restart(shared, group, phase.socket);
};

/** Begins all lines of a group on a new socket. */
export const open = (shared: Shared, { lines }: Group, socket: Socket): void => {
  for (const line of [...lines.values()]) begin(shared, line, socket);
};

/** The socket is over: marks all lines of a group before any reader can be told. What it returns tells them. */
export const lose = ({ lines }: Group): readonly (() => void)[] =>
  [...lines.values()].flatMap((line) => {
    if (isRead(line)) enter(line, { _tag: 'Off' });
    else forget(line);
    return line.readers.map(({ folding }) => folding.lose());
  });

/** The connection is over for good, given up for a cause or closed. */
export const over = (
  { groups, ended }: Shared,
  { key, lines }: Group,
  cause: ClientError | undefined,
): void => {
  groups.delete(key);
  ended();
  const all = [...lines.values()];
  lines.clear();
  for (const line of all) enter(line, { _tag: 'Off' });
  for (const { folding } of all.flatMap(({ readers }) => readers)) {
    if (cause === undefined) folding.complete();
    else folding.fail(cause);
  }
};
