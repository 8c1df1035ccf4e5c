/** How many letters must be changed, put in or left out to get from one word to another. */
const distance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
};

/**
 * The names that somebody may have meant, the nearest first: those that contain what was written, and those that
 * are a few letters off. Case does not count.
 *
 * @example
 * nearNames('GetIntruments', ['Ping', 'GetInstruments']); // ['GetInstruments']
 */
export const nearNames = (written: string, names: readonly string[]): readonly string[] => {
  const wanted = written.toLowerCase();
  const reach = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => {
      const lower = name.toLowerCase();
      const isPart = wanted.length > 2 && (lower.includes(wanted) || wanted.includes(lower));
      return { name, away: isPart ? 0 : distance(wanted, lower) };
    })
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
};
