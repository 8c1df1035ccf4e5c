import type { ClientError } from '../errors.ts';
import { entryOf } from '../entry.ts';
import type { Socket } from '../socket.ts';
import { lose, open, over } from './group.ts';
import type { Group } from './line.ts';
import type { Shared } from './shared.ts';

/** The group of this key, made where there is none. */
export const groupOf = ({ groups }: Pick<Shared, 'groups'>, key: string): Group =>
  entryOf(groups, key, () => ({ key, lines: new Map() }));

/** Begins all streams on a new socket, the important ones first. */
export const openAll = (shared: Shared, socket: Socket): void =>
  shared.turns.lineUp(() => {
    // They may end, and others begin, meanwhile.
    for (const group of [...shared.groups.values()]) open(shared, group, socket);
  });

/** The socket is over: all streams are marked before any consumer is told. */
export const loseAll = ({ turns, groups }: Shared): void => {
  const tell: (() => void)[] = [];
  turns.lost(() => {
    for (const group of [...groups.values()]) tell.push(...lose(group));
  });
  for (const one of tell) one();
};

/** The connection is over for good, given up for a cause or closed. */
export const endAll = (shared: Shared, cause: ClientError | undefined): void => {
  for (const group of [...shared.groups.values()]) over(shared, group, cause);
};
