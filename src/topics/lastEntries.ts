/**
 * The last entries of a stream, the oldest first. An added entry replaces an earlier one with the same key.
 *
 * @param limit How many entries are kept.
 */
export const lastEntries = <Entry>(
  kept: readonly Entry[],
  added: readonly Entry[],
  keyOf: (entry: Entry) => unknown,
  limit: number,
): readonly Entry[] => {
  const entries = [...kept];
  for (const entry of added) {
    const key = keyOf(entry);
    const place = entries.findLastIndex((other) => keyOf(other) === key);
    if (place === -1) entries.push(entry);
    else entries[place] = entry;
  }
  return entries.slice(-limit);
};
