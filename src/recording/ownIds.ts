/** Whether a field has an id that a client gave to an order of its own. */
const isOwnId = (field: string): boolean => /^(?:client_?ord(?:er)?_?id|clord(?:er)?id)$/i.test(field);

/** How a payload shows an id that is used for the first time: which number the client took does not count. */
const firstUse = '(any)';

/** Whether a value is an id; 0 is that of an order without one. */
const isId = (value: unknown): value is number | string =>
  (typeof value === 'number' || typeof value === 'string') && Number(value) !== 0;

/** How the value of a field is compared. */
export type Compared = (field: string, value: unknown) => unknown;

/** As it is. */
export const asItIs: Compared = (_field, value) => value;

/** Reads the requests of a recording in order: an id that was there before stays, for a new one any other will do. */
export interface NotedIds {
  readonly compared: Compared;
  /** The new ids since this was last called, in the order of the payload. */
  readonly takeNew: () => readonly string[];
}

/** Makes the {@link NotedIds} of a recording, or of what a client asks: there `known` are those of the recording. */
export const createNotedIds = (known: ReadonlyMap<string, string> = new Map()): NotedIds => {
  const seen = new Set<string>();
  let fresh: string[] = [];
  return {
    compared: (field, value) => {
      if (!isOwnId(field) || !isId(value)) return value;
      const id = String(value);
      const recorded = known.get(id);
      if (recorded !== undefined) return recorded;
      if (seen.has(id)) return id;
      fresh.push(id);
      return firstUse;
    },
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      for (const id of taken) seen.add(id);
      return taken;
    },
  };
};

/** The ids of a client and those of the recording, which stand for each other. */
export interface OwnIds {
  /** How a request of the client's is compared, and the ids in it that are new, in the order of the payload. */
  readonly read: <A>(compare: (compared: Compared) => A) => readonly [A, fresh: readonly string[]];
  /** The client's new ids stand for those of the recording from now on. */
  readonly pair: (fresh: readonly string[], recorded: readonly string[]) => void;
  /** A message of the recording, with the client's ids. */
  readonly asClient: (text: string) => string;
}

const inMessage = /(\\?"(?:client_?ord(?:er)?_?id|clord(?:er)?id)\\?"\s*:\s*(?:\\?")?)(\d+)/gi;

/**
 * Makes the {@link OwnIds} of one replay. A client gives its orders ids that are never the same twice, so that the ids of a
 * strategy that is played again are not those of the recording, though all else is.
 */
export const createOwnIds = (): OwnIds => {
  const toRecorded = new Map<string, string>();
  const toClient = new Map<string, string>();
  return {
    read: (compare) => {
      const { compared, takeNew } = createNotedIds(toRecorded);
      return [compare(compared), takeNew()];
    },
    pair: (fresh, recorded) => {
      for (const [index, id] of fresh.entries()) {
        const other = recorded[index];
        if (other === undefined) return;
        toRecorded.set(id, other);
        if (other !== id) toClient.set(other, id);
      }
    },
    asClient: (text) =>
      toClient.size === 0
        ? text
        : text.replace(inMessage, (_text, head: string, id: string) => `${head}${toClient.get(id) ?? id}`),
  };
};
