import type { Connection } from '../connection/connection.ts';
import type { DecodeError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import type { Route, TopicEvent } from '../topic.ts';

/** Whoever is fed by events: one stream on one socket. */
export interface Listener<M> {
  readonly next: (message: M) => void;
  /** A payload that was meant for this stream could not be read. */
  readonly misread: (error: DecodeError) => void;
  /** The socket is over. */
  readonly over: () => void;
}

/** The events of one kind on one socket, read once and handed out by route. */
interface Channel<M> {
  readonly join: (routes: readonly string[], listener: Listener<M>) => () => void;
}

const createChannel = <M>(
  socket: Socket,
  event: TopicEvent<M>,
  report: Connection['report'],
  discard: () => void,
): Channel<M> => {
  const byRoute = new Map<string, Set<Listener<M>>>();
  const all = new Set<Listener<M>>();

  const listenersAt = (route: Route): ReadonlySet<Listener<M>> | undefined =>
    route === undefined ? all : byRoute.get(route);

  const deliver = (route: Route, message: M): void => {
    const listeners = listenersAt(route);
    if (listeners !== undefined) for (const listener of listeners) listener.next(message);
  };

  const receive = ({ payload }: Frame): void => {
    const misread = event.read(payload, deliver);
    if (misread === undefined) return;
    report(misread.error);
    if (misread.route === undefined) return;
    for (const listener of [...(byRoute.get(misread.route) ?? [])]) listener.misread(misread.error);
  };

  const end = (): void => {
    for (const listener of [...all]) listener.over();
  };

  const frames = socket.event$(event.name).subscribe({ next: receive, complete: end });

  const leave = (routes: readonly string[], listener: Listener<M>): void => {
    all.delete(listener);
    for (const route of routes) {
      const listeners = byRoute.get(route);
      listeners?.delete(listener);
      if (listeners?.size === 0) byRoute.delete(route);
    }
    if (all.size > 0) return;
    frames.unsubscribe();
    discard();
  };

  const join = (routes: readonly string[], listener: Listener<M>): (() => void) => {
    all.add(listener);
    for (const route of routes) {
      const listeners = byRoute.get(route);
      if (listeners === undefined) byRoute.set(route, new Set([listener]));
      else listeners.add(listener);
    }
    return () => leave(routes, listener);
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
  report: Connection['report'],
): (() => void) => {
  const channels = channelsOf.get(socket) ?? (new Map() as Channels);
  channelsOf.set(socket, channels);
  const known = channels.get(event) as Channel<M> | undefined;
  const channel = known ?? createChannel(socket, event, report, () => channels.delete(event));
  channels.set(event, channel);
  return channel.join(routes, listener);
};
