import { asapScheduler } from 'rxjs';

/** A stream that can hold back what is written to it. */
export interface Corkable {
  readonly cork: () => void;
  readonly uncork: () => void;
}

/** Holds streams back while work is under way, so that all it says leaves each of them in one write. */
export interface Turn {
  /** Holds a stream back until the work under way is done. */
  readonly hold: (stream: Corkable) => void;
  /** Lets it go before. */
  readonly letGo: (stream: Corkable) => void;
}

/** Creates what the streams of one server share. It takes no timer: what is held leaves before any timer fires. */
export const createTurn = (): Turn => {
  const held = new Set<Corkable>();
  const letAllGo = (): void => {
    const streams = [...held];
    held.clear();
    for (const stream of streams) stream.uncork();
  };
  return {
    hold: (stream) => {
      if (held.has(stream)) return;
      if (held.size === 0) asapScheduler.schedule(letAllGo);
      held.add(stream);
      stream.cork();
    },
    letGo: (stream) => {
      if (held.delete(stream)) stream.uncork();
    },
  };
};
