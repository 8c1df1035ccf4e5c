import { Observable, Subject, Subscription } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import type { Socket } from '../socket.ts';
import type { Shared } from './begin.ts';
import { entryOf } from './entry.ts';
import { createGroup, type Group } from './group.ts';
import { createHistories } from './histories.ts';
import { createTurns } from './turns.ts';

/** All that is followed over one connection. */
export interface Registry {
  readonly shared: Shared;
  /** The group of this key, made where there is none. */
  readonly groupOf: (key: string) => Group;
  /** To be called by whoever has joined a group, or begins to: opens the connection and listens to it. */
  readonly attend: () => void;
  /**
   * The socket to ask on, the present one first, and `undefined` as soon as it is over. It emits after the streams
   * have been told, so that what is asked is behind them. It ends as `socket$` of the connection does.
   */
  readonly socket$: Observable<Socket | undefined>;
}

/** Makes the {@link Registry} of a connection; it listens to the connection while there is something to follow. */
const createRegistry = (connection: Connection): Registry => {
  const tools = connection[inner];
  const shared: Shared = {
    inner: tools,
    turns: createTurns(tools.restore.inFlight),
    histories: createHistories(),
  };
  const groups = new Map<string, Group>();
  const sockets = new Subject<Socket | undefined>();
  let link = Subscription.EMPTY;

  const lose = (): void => {
    shared.turns.lost();
    // All are marked before any is told, so that nobody finds another still trusted.
    const tell = [...groups.values()].flatMap((group) => group.lose());
    for (const one of tell) one();
    sockets.next(undefined);
  };

  const open = (socket: Socket): void => {
    link.add(socket.over$.subscribe({ complete: lose }));
    shared.turns.lineUp(() => {
      for (const group of [...groups.values()]) group.open(socket);
    });
    sockets.next(socket);
  };

  const over = (cause: Parameters<Group['over']>[0]): void => {
    for (const group of [...groups.values()]) group.over(cause);
    if (cause === undefined) sockets.complete();
    else sockets.error(cause);
  };

  const attend = (): void => {
    if (!link.closed) return;
    link = new Subscription();
    const current = tools.currentSocket();
    if (current !== undefined) link.add(current.over$.subscribe({ complete: lose }));
    // Before the state, which may open at once.
    link.add(tools.opened$.subscribe(open));
    link.add(
      connection.state$.subscribe((state) => {
        if (state._tag === 'Closed') over(state.cause);
      }),
    );
  };

  const rest = (): void => {
    if (groups.size === 0 && !sockets.observed) link.unsubscribe();
  };

  const makeGroup = (key: string): Group =>
    createGroup(shared, key, () => {
      groups.delete(key);
      rest();
    });

  const socket$ = new Observable<Socket | undefined>((subscriber) => {
    subscriber.add(rest);
    subscriber.add(sockets.subscribe(subscriber));
    const current = tools.currentSocket();
    if (current !== undefined) subscriber.next(current);
    attend();
  });

  return { shared, groupOf: (key) => entryOf(groups, key, () => makeGroup(key)), attend, socket$ };
};

const registries = new WeakMap<Inner, Registry>();

/** The {@link Registry} of a connection, one for all copies of it. */
export const registryOf = (connection: Connection): Registry =>
  entryOf(registries, connection[inner], () => createRegistry(connection));
