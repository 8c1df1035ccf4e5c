/** One time limit in a {@link Ring}. */
export interface Entry {
  readonly due: number;
  readonly expire: () => void;
  before: Entry;
  after: Entry;
}

/** Time limits in order of their end. */
export interface Ring {
  /** No time limit: the earliest stands after it, the latest before it. */
  readonly head: Entry;
  /** Where the last was put in out of turn: the next of its kind is put in beside it. */
  hint: Entry;
}

/** A ring that holds nothing. */
export const createRing = (): Ring => {
  const head = { due: -Infinity } as Entry;
  head.before = head.after = head;
  return { head, hint: head };
};

/** The earliest, or `undefined` where it holds nothing. */
export const earliest = ({ head }: Ring): Entry | undefined => (head.after === head ? undefined : head.after);

/** Whether it has been taken out. */
export const isOut = (entry: Entry): boolean => entry.after === entry;

/** Where one that is not the latest goes: searched from where the last such one went, as they come in order too. */
const placeOutOfTurn = (ring: Ring, due: number): Entry => {
  let before = isOut(ring.hint) ? ring.head : ring.hint;
  while (before.due > due) ({ before } = before);
  while (before.after !== ring.head && before.after.due < due) before = before.after;
  return before;
};

/** Puts one in. That costs the same however many it holds, where they come in order or as two rows in order. */
export const insert = (ring: Ring, due: number, expire: () => void): Entry => {
  const latest = ring.head.before;
  const isInTurn = latest.due <= due;
  const before = isInTurn ? latest : placeOutOfTurn(ring, due);
  const entry: Entry = { due, expire, before, after: before.after };
  entry.after.before = before.after = entry;
  if (!isInTurn) ring.hint = entry;
  return entry;
};

/** Takes one out; does nothing where it is out already. */
export const remove = (entry: Entry): void => {
  entry.before.after = entry.after;
  entry.after.before = entry.before;
  entry.before = entry.after = entry;
};

/** Those that have ended at this time, the earliest first. */
export const endedBy = ({ head }: Ring, time: number): readonly Entry[] => {
  const ended: Entry[] = [];
  for (let entry = head.after; entry !== head && entry.due <= time; entry = entry.after) ended.push(entry);
  return ended;
};
