import { type KeptList, createKeptList } from './keptList.ts';

/** What happened to each of some numbered things, such as accounts, oldest first; only the last of it is kept. */
export interface History<A> {
  readonly record: (id: number, item: A) => void;
  readonly of: (id: number) => readonly A[];
}

/** A history without an item, of which the last `most` are kept of each. */
export const createHistory = <A>(most: number): History<A> => {
  const items = new Map<number, KeptList<A>>();
  return {
    record: (id, item) => {
      const theirs = items.get(id) ?? createKeptList<A>(most);
      items.set(id, theirs);
      theirs.push(item);
    },
    of: (id) => items.get(id)?.items() ?? [],
  };
};
