import { Observable, Subject, Subscription } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { entryOf } from '../entry.ts';
import { endAll, loseAll, openAll } from './groups.ts';
import { takeCare } from './takeCare.ts';
import { createShared, type Shared } from './shared.ts';

/** All that is followed over one connection. */
export interface Registry {
  readonly shared: Shared;
  /** To be called by whoever has joined a group, or begins to: opens the connection and listens to it. */
  readonly attend: () => void;
  /**
   * The socket to ask on, the present one first, and `undefined` as soon as it is over. It emits after the streams
   * have been told, so that what is asked is behind them. It ends as `socket$` of the connection does.
   */
  readonly socket$: Observable<Socket | undefined>;
}

const finish = (sockets: Subject<Socket | undefined>, cause: ClientError | undefined): void => {
  if (cause === undefined) sockets.complete();
  else sockets.error(cause);
};

/** Makes the {@link Registry} of a connection; it listens to the connection while there is something to follow. */
const createRegistry = (connection: Connection): Registry => {
  const tools = connection[inner];
  const shared = createShared(tools, takeCare, () => rest());
  const sockets = new Subject<Socket | undefined>();
  let link = Subscription.EMPTY;

  const rest = (): void => {
    if (shared.groups.size === 0 && !sockets.observed) link.unsubscribe();
  };

  const lose = (): void => {
    loseAll(shared);
    sockets.next(undefined);
  };

  const open = (socket: Socket): void => {
    link.add(socket.over$.subscribe({ complete: lose }));
    openAll(shared, socket);
    sockets.next(socket);
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
        if (state._tag !== 'Closed') return;
        endAll(shared, state.cause);
        finish(sockets, state.cause);
      }),
    );
  };

  const socket$ = new Observable<Socket | undefined>((subscriber) => {
    subscriber.add(rest);
    subscriber.add(sockets.subscribe(subscriber));
    const current = tools.currentSocket();
    if (current !== undefined) subscriber.next(current);
    attend();
  });

  return { shared, attend, socket$ };
};

const registries = new WeakMap<Inner, Registry>();

/** The {@link Registry} of a connection, one for all copies of it. */
export const registryOf = (connection: Connection): Registry =>
  entryOf(registries, connection[inner], () => createRegistry(connection));
