import type { ReplayWarning } from '../../recording/index.ts';

/** How many warnings are told one by one. */
const most = 10;

/** What is amiss with a recording, each kind of it once, and how often where that is more. */
export const warningLines = (warnings: readonly ReplayWarning[]): readonly string[] => {
  const times = new Map<string, number>();
  for (const { message } of warnings) times.set(message, (times.get(message) ?? 0) + 1);
  const lines = [...times].map(([message, count]) => (count === 1 ? message : `${message} (${count} times)`));
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `and ${more} warnings more`] : lines;
};
