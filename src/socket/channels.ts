import { defer, type Observable, Subject } from 'rxjs';
import type { Frame } from '../frame.ts';

/** The events of one socket, by name. */
export interface Channels {
  /** The events of this name: hot, without replay; it completes when the socket is over. Case does not count. */
  readonly event$: (name: string) => Observable<Frame>;
  /** Hands an event to whoever listens; `false` where nothing ever listened to its name, once a name. */
  readonly publish: (event: Frame) => boolean;
  /**
   * Whether nobody wants the events that are called exactly this, and none of them is to be told of any more: then their
   * payload need not be read.
   */
  readonly isUnwanted: (name: string) => boolean;
  /** Completes every stream of events. */
  readonly end: () => void;
}

/** How many names that no caller gave are remembered. */
const rememberedNames = 200;

/** What is cut out of a message would keep all of it in memory. */
const copyOf = (name: string): string => Array.from(name).join('');

/**
 * Makes the {@link Channels} of a socket: a look-up by name, at the same cost with one stream and with ten thousand. A
 * name is known as it was written and in lower case, so that the usual event is found at the first look.
 */
export const createChannels = (): Channels => {
  const channels = new Map<string, Subject<Frame>>();
  let rememberedNow = 0;
  let isOver = false;

  const channelOf = (name: string): Subject<Frame> => {
    const key = name.toLowerCase();
    const channel = channels.get(key) ?? new Subject<Frame>();
    if (isOver) channel.complete();
    channels.set(key, channel).set(name, channel);
    return channel;
  };

  /** Remembers a name as it is written, so that it is found at the first look; `false` where there is no more room. */
  const remember = (name: string): boolean => {
    if (rememberedNow >= rememberedNames) return false;
    rememberedNow += 1;
    void channelOf(copyOf(name));
    return true;
  };

  return {
    event$: (name) => defer(() => channelOf(name)),
    publish: (event) => {
      const channel = channels.get(event.name);
      if (channel !== undefined) {
        channel.next(event);
        return true;
      }
      const otherwiseWritten = channels.get(event.name.toLowerCase());
      const isNew = remember(event.name);
      otherwiseWritten?.next(event);
      return otherwiseWritten !== undefined || !isNew;
    },
    isUnwanted: (name) => channels.get(name)?.observed === false,
    end: () => {
      isOver = true;
      for (const channel of new Set(channels.values())) channel.complete();
    },
  };
};
