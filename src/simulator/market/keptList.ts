/** A list of which only the last items are kept. */
export interface KeptList<A> {
  readonly push: (item: A) => void;
  /** What is kept, oldest first. */
  readonly items: () => readonly A[];
  readonly last: () => A | undefined;
}

/**
 * A list without an item, of which the last `most` are kept. It is cut when it is twice as long, so that a push costs
 * the same however long it has become.
 */
export const createKeptList = <A>(most: number): KeptList<A> => {
  const items: A[] = [];
  return {
    push: (item) => {
      items.push(item);
      if (items.length >= 2 * most) items.splice(0, items.length - most);
    },
    items: () => (items.length > most ? items.slice(-most) : items),
    last: () => items.at(-1),
  };
};
