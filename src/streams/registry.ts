import { Observable, of, Subject, Subscription } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import type { ClientError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Shared } from './begin.ts';
import { entryOf } from '../entry.ts';
import type { Group } from './group.ts';
import { createGroups } from './groups.ts';
import { createHistories } from './histories.ts';
import type { Line } from './line.ts';
import { createTurns } from './turns.ts';

/** All that is followed over one connection. */
export interface Registry {
  readonly shared: Shared;
  /** The group of this key, made where there is none. */
  readonly groupOf: (key: string) => Group;
  /**
   * Begins a line afresh that cannot be trusted any more, with all that one unsubscribe ends together: its readers are
   * told that it is lost, then a new snapshot. Does nothing while it is not sent, as a snapshot is to come then.
   */
  readonly renew: (line: Line) => void;
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
  const shared: Shared = {
    inner: tools,
    turns: createTurns(tools.restore.inFlight, () => tools.pacer?.room$('begin') ?? of(undefined)),
    histories: createHistories(),
  };
  const groups = createGroups(shared, () => rest());
  const sockets = new Subject<Socket | undefined>();
  let link = Subscription.EMPTY;

  const rest = (): void => {
    if (groups.isEmpty() && !sockets.observed) link.unsubscribe();
  };

  const lose = (): void => {
    groups.lose();
    sockets.next(undefined);
  };

  const open = (socket: Socket): void => {
    link.add(socket.over$.subscribe({ complete: lose }));
    groups.open(socket);
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
        groups.over(state.cause);
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

  return { shared, groupOf: groups.of, renew: groups.renew, attend, socket$ };
};

const registries = new WeakMap<Inner, Registry>();

/** The {@link Registry} of a connection, one for all copies of it. */
export const registryOf = (connection: Connection): Registry =>
  entryOf(registries, connection[inner], () => createRegistry(connection));
