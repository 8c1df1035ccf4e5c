/** What is wrong with the exchange at the moment, on purpose. */
export interface Faults {
  /** Whether one more connection is let in; an attempt that is not counts against the refusals. */
  readonly admit: () => boolean;
  readonly refuse: (count: number) => void;
  readonly isMuted: () => boolean;
  readonly setMuted: (isMuted: boolean) => void;
  /** Whether replies to a function are kept back. */
  readonly isWithheld: (name: string) => boolean;
  /** Keeps back the replies to one function, or to all. */
  readonly withhold: (name: string | undefined) => void;
  /** Keeps nothing back any more. */
  readonly release: () => void;
  /** Lets nobody in any more, whatever is said afterwards. */
  readonly close: () => void;
}

const everything = '';

/** An exchange without faults yet. */
export const createFaults = (): Faults => {
  const withheld = new Set<string>();
  let refusals = 0;
  let muted = false;
  let isClosed = false;
  return {
    admit: () => {
      if (isClosed) return false;
      if (refusals <= 0) return true;
      refusals -= 1;
      return false;
    },
    refuse: (count) => (refusals = count),
    isMuted: () => muted,
    setMuted: (isMuted) => (muted = isMuted),
    isWithheld: (name) => withheld.has(everything) || withheld.has(name.toLowerCase()),
    withhold: (name = everything) => withheld.add(name.toLowerCase()),
    release: () => withheld.clear(),
    close: () => (isClosed = true),
  };
};
