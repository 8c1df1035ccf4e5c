/** The lengths bars come in, in seconds. */
export const intervals = [
  60, 300, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400, 604800, 2419200, 9676800, 125798400,
] as const;

/** The length of a bar, in seconds. */
export type Interval = (typeof intervals)[number];

/** Whether bars of this length are kept. */
export const isInterval = (u: unknown): u is Interval => intervals.some((interval) => interval === u);
