import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Shared } from './begin.ts';
import { entryOf } from '../entry.ts';
import { createGroup, type Group } from './group.ts';
import type { Line } from './line.ts';

/** All groups of a connection. */
export interface Groups {
  /** The group of this key, made where there is none. */
  readonly of: (key: string) => Group;
  /** Begins a line of one of them afresh, if it is followed and sent. */
  readonly renew: (line: Line) => void;
  readonly isEmpty: () => boolean;
  /** Begins all streams on a new socket, the important ones first. */
  readonly open: (socket: Socket) => void;
  /** The socket is over: all streams are marked before any consumer is told. */
  readonly lose: () => void;
  /** The connection is over for good, given up for a cause or closed. */
  readonly over: (cause: ClientError | undefined) => void;
}

/**
 * Makes {@link Groups}, none at first.
 *
 * @param ended Called whenever one has ended.
 */
export const createGroups = (shared: Shared, ended: () => void): Groups => {
  const groups = new Map<string, Group>();
  // They may end, and others begin, meanwhile.
  const all = (): readonly Group[] => [...groups.values()];
  const create = (key: string): Group =>
    createGroup(shared, key, () => {
      groups.delete(key);
      ended();
    });
  return {
    of: (key) => entryOf(groups, key, () => create(key)),
    renew: (line) => groups.get(line.stream.group)?.renew(line),
    isEmpty: () => groups.size === 0,
    open: (socket) =>
      shared.turns.lineUp(() => {
        for (const group of all()) group.open(socket);
      }),
    lose: () => {
      shared.turns.lost();
      const tell = all().flatMap((group) => group.lose());
      for (const one of tell) one();
    },
    over: (cause) => {
      for (const group of all()) group.over(cause);
    },
  };
};
