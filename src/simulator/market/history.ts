import { type KeptList, createKeptList } from './keptList.ts';

/** What happened to each of some numbered things, such as accounts, oldest first; only the last of it is kept. */
export interface History<A> {
  readonly record: (id: number, item: A) => void;
  readonly of: (id: number) => readonly A[];
}

/** How many items of each are kept. */
const keptItems = 5000;

/** A history without an item. */
export const createHistory = <A>(): History<A> => {
  const items = new Map<number, KeptList<A>>();
  return {
    record: (id, item) => {
      const theirs = items.get(id) ?? createKeptList<A>(keptItems);
      items.set(id, theirs);
      theirs.push(item);
    },
    of: (id) => items.get(id)?.items() ?? [],
  };
};
