import { Subject } from 'rxjs';
import type { Stream } from './topic.ts';

/** One way in which a stream is read, for all consumers who want it so. */
export interface Reading<M = unknown> {
  readonly stream: Stream<M>;
  /** What its consumers are given. */
  readonly messages: Subject<M>;
  /** Takes in one message and hands it on, unless it is a repetition. */
  readonly next: (message: M) => void;
  /** The present state; `undefined` before a snapshot, and while there is no socket. */
  readonly now: () => M | undefined;
  /** Forgets the present state: a dead socket's last value is nobody's. */
  readonly reset: () => void;
}

/** How many identities of past messages are kept, to know the same event when it is sent twice. */
const rememberedIdentities = 512;

/** Lets each identity through once. */
const createRepeatFilter = <M>({ identity }: Stream<M>): ((message: M) => boolean) => {
  const seen = new Set<string>();
  return (message) => {
    const id = identity(message);
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen.size > rememberedIdentities ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return true;
  };
};

/** Makes a {@link Reading} that is fed by nothing yet. */
export const createReading = <M>(stream: Stream<M>): Reading<M> => {
  const messages = new Subject<M>();
  const isNew = createRepeatFilter(stream);
  let present = stream.present();
  return {
    stream,
    messages,
    next: (message) => {
      if (!isNew(message)) return;
      present.take(message);
      messages.next(message);
    },
    now: () => present.now(),
    reset: () => {
      present = stream.present();
    },
  };
};
