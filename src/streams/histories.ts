import { clean, type History } from './trouble.ts';

/** What the streams of a connection have been through, by key: it outlives a consumer who comes back. */
export interface Histories {
  readonly of: (key: string) => History;
  readonly set: (key: string, history: History) => void;
  /** The stream is well: what remains is when it was last renewed. */
  readonly heal: (key: string) => void;
}

/** Makes {@link Histories}, in which only the troubled have an entry. */
export const createHistories = (): Histories => {
  const histories = new Map<string, History>();
  return {
    of: (key) => histories.get(key) ?? clean,
    set: (key, history) => histories.set(key, history),
    heal: (key) => {
      const history = histories.get(key);
      if (history === undefined) return;
      const { renewals, renewedAt } = history;
      if (renewedAt === undefined) histories.delete(key);
      else histories.set(key, { tries: 0, renewals, renewedAt });
    },
  };
};
