import type { Observer } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import type { Route, TopicEvent } from './topic.ts';
import { entryOf } from './entry.ts';

/**
 * Whoever is fed by events: one stream on one socket. It is given an error when a payload that was meant for it could
 * not be read, and completes when the socket is over.
 */
export type Listener<M> = Observer<M>;

/** The events of one kind on one socket, read once and handed out by route. */
interface Channel<M> {
  readonly join: (routes: readonly string[], listener: Listener<M>) => () => void;
}

const createChannel = <M>(
  socket: Socket,
  event: TopicEvent<M>,
  report: Terms['report'],
  discard: () => void,
): Channel<M> => {
  // Every listener stands at its routes, and at the route of what is for all.
  const byRoute = new Map<Route, Set<Listener<M>>>();

  const deliver = (route: Route, message: M): void => {
    const listeners = byRoute.get(route);
    if (listeners !== undefined) for (const listener of listeners) listener.next(message);
  };

  /** Those who hear of an error or of the end may leave meanwhile. */
  const tell = (route: Route, what: (listener: Listener<M>) => void): void =>
    [...(byRoute.get(route) ?? [])].forEach(what);

  const receive = ({ payload }: Frame): void => {
    const misread = event.read(payload, deliver);
    if (misread === undefined) return;
    report(misread.error);
    if (misread.route !== undefined) tell(misread.route, (listener) => listener.error(misread.error));
  };

  const frames = socket.event$(event.name).subscribe({
    next: receive,
    complete: () => tell(undefined, (listener) => listener.complete()),
  });

  const join = (routes: readonly string[], listener: Listener<M>): (() => void) => {
    const places: readonly Route[] = [undefined, ...routes];
    for (const route of places) entryOf(byRoute, route, () => new Set<Listener<M>>()).add(listener);
    return () => {
      for (const route of places) {
        const listeners = byRoute.get(route);
        listeners?.delete(listener);
        if (listeners?.size === 0) byRoute.delete(route);
      }
      if (byRoute.size > 0) return;
      frames.unsubscribe();
      discard();
    };
  };

  return { join };
};

/** By event; the type of a channel is that of its event. */
type Channels = Map<object, unknown>;

const channelsOf = new WeakMap<Socket, Channels>();

/**
 * Begins to feed a listener with the events of one kind that have one of these routes; the returned function ends
 * it. Each frame is read once, however many listen, and not at all when nobody does: a look-up by route finds who
 * is concerned, at the same cost with one stream and with ten thousand.
 *
 * A payload that cannot be read is reported once, and to the listeners of its route where that can be told.
 */
export const joinChannel = <M>(
  socket: Socket,
  event: TopicEvent<M>,
  routes: readonly string[],
  listener: Listener<M>,
  report: Terms['report'],
): (() => void) => {
  const channels = entryOf(channelsOf, socket, (): Channels => new Map());
  const create = (): Channel<M> => createChannel(socket, event, report, () => channels.delete(event));
  return (entryOf(channels, event, create) as Channel<M>).join(routes, listener);
};
