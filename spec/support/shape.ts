/** A line without what differs from run to run: a row of numbers is one `#`, in the place of each. */
const shapeOf = (line: string): string =>
  line
    .trim()
    .replaceAll(/-?\d+(?:\.\d+)?/g, '#')
    .replaceAll(/#(?: #)+/g, '#')
    .replaceAll(/ +/g, ' ');

/**
 * The lines of a shown output that are not in what a program has said, in this order and of this shape; a shown line may
 * be the begin of a longer one.
 */
export const missingLines = (shown: string, said: string): readonly string[] => {
  let rest = said.split('\n').map(shapeOf);
  return shown
    .trim()
    .split('\n')
    .filter((line) => {
      const index = rest.findIndex((other) => other.startsWith(shapeOf(line)));
      rest = rest.slice(index + 1);
      return index < 0;
    });
};
