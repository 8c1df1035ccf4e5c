/** What a map, weak or not, can be asked for. */
interface Entries<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => unknown;
}

/** What stands at a key; made and put there where nothing stands yet. */
export const entryOf = <K, V>(entries: Entries<K, V>, key: K, create: () => V): V => {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = create();
  entries.set(key, made);
  return made;
};
