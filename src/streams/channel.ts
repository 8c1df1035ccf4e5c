import type { Report } from '../decode.ts';
import { type ClientError, DecodeError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import { mismatchOfThrown } from '../mismatches.ts';
import type { Socket } from '../socket.ts';
import { entryOf } from '../entry.ts';
import type { Reading } from './reading.ts';
import type { Misread, ReadEvent, Route, TopicEvent } from './topicEvent.ts';

/** Whoever is fed by events: one stream on one socket. */
export interface Listener {
  readonly next: (event: unknown) => void;
  /** An event that was meant for it could not be read. */
  readonly misread: (error: ClientError) => void;
  /** A function of the topic's own has thrown. */
  readonly broken: (error: ClientError) => void;
}

/** The events of one kind on one socket, read once in one way and handed out by route. */
interface Channel {
  readonly join: (routes: readonly string[], listener: Listener) => () => void;
}

const nobody: readonly Listener[] = [];

/** Listeners by route. At most routes there is one, and a list of one is the smallest there is. */
const createRegister = () => {
  const everybody = new Set<Listener>();
  const byRoute = new Map<string, readonly Listener[]>();
  const at = (route: Route): readonly Listener[] =>
    route === undefined ? [...everybody] : (byRoute.get(route) ?? nobody);
  return {
    at,
    /** Each of them once. */
    all: (routes: readonly Route[]): readonly Listener[] => [...new Set(routes.flatMap(at))],
    followed: {
      has: (route: string) => byRoute.has(route),
      all: () => [...byRoute.keys()],
    },
    isEmpty: () => everybody.size === 0,
    add: (routes: readonly string[], listener: Listener): void => {
      everybody.add(listener);
      for (const route of routes) byRoute.set(route, [...at(route), listener]);
    },
    remove: (routes: readonly string[], listener: Listener): void => {
      everybody.delete(listener);
      for (const route of routes) {
        const others = at(route).filter((other) => other !== listener);
        if (others.length > 0) byRoute.set(route, others);
        else byRoute.delete(route);
      }
    },
  };
};

/** How many different things are remembered that are told once. */
const rememberedTold = 200;

const createChannel = (
  socket: Socket,
  name: string,
  read: ReadEvent<unknown>,
  report: Report,
  discard: () => void,
): Channel => {
  const register = createRegister();

  const deliver = (route: Route, event: unknown): void => {
    // They may come and leave meanwhile: who has left takes nothing more.
    for (const listener of register.at(route)) listener.next(event);
  };

  const told = new Set<string>();
  const tell = ({ error, routes, once }: Misread): void => {
    if (once !== undefined && told.has(once)) return;
    if (once !== undefined && told.size < rememberedTold) told.add(once);
    report(error);
    for (const listener of register.all(routes)) listener.misread(error);
  };

  const receive = ({ payload }: Frame): void => {
    try {
      for (const misread of read(payload, deliver, register.followed)) tell(misread);
    } catch (thrown) {
      // The topic's own function has thrown: a listener never does.
      const error = new DecodeError(name, [mismatchOfThrown(thrown)]);
      report(error);
      for (const listener of register.all([undefined])) listener.broken(error);
    }
  };

  const frames = socket.event$(name).subscribe(receive);

  return {
    join: (routes, listener) => {
      register.add(routes, listener);
      return () => {
        register.remove(routes, listener);
        if (!register.isEmpty()) return;
        frames.unsubscribe();
        discard();
      };
    },
  };
};

/** By event and reading; what comes out of a channel is what its event makes. */
type Channels = Map<object, Map<Reading, Channel>>;

const channelsOf = new WeakMap<Socket, Channels>();

/**
 * Begins to feed a listener with the events of one kind that have one of these routes; the returned function ends
 * it. Each frame is read once in each way that is wanted, however many listen, and not at all when nobody does: a
 * look-up by route finds who is concerned, at the same cost with one stream and with ten thousand.
 *
 * What cannot be read is reported once, and told to the listeners of its routes where that can be told.
 */
export const joinChannel = (
  {
    socket,
    reading,
    report,
  }: { readonly socket: Socket; readonly reading: Reading; readonly report: Report },
  event: TopicEvent<unknown>,
  routes: readonly string[],
  listener: Listener,
): (() => void) => {
  const channels = entryOf(channelsOf, socket, (): Channels => new Map());
  const readings = entryOf(channels, event, () => new Map<Reading, Channel>());
  const create = (): Channel =>
    createChannel(socket, event.name, event.reader(reading), report, () => {
      readings.delete(reading);
      if (readings.size === 0) channels.delete(event);
    });
  return entryOf(readings, reading, create).join(routes, listener);
};
