/** What latencies come to, in milliseconds. */
export interface Latency {
  readonly count: number;
  readonly min: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** How many latencies lie between two bounds, in milliseconds. */
export interface Bin {
  /** Included. */
  readonly from: number;
  /** Excluded, but in the last bin. */
  readonly to: number;
  readonly count: number;
}

/** The least that so large a part of sorted values does not exceed: one of them, never a mean. */
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;

/** What latencies come to; `NaN` in all but `count` where there are none. */
export const latencyOf = (samples: readonly number[]): Latency => {
  const sorted = [...samples].sort((one, other) => one - other);
  const [min, median, p90, p99, max] = [0, 0.5, 0.9, 0.99, 1].map((part) => quantile(sorted, part));
  return {
    count: sorted.length,
    min: min ?? NaN,
    median: median ?? NaN,
    p90: p90 ?? NaN,
    p99: p99 ?? NaN,
    max: max ?? NaN,
  };
};

/** The least latency that a clock in a program tells apart, in milliseconds. */
const least = 0.001;

/**
 * Latencies in so many bins from the least to the greatest, each by the same factor longer than the one before: most lie
 * close together, and one that took long must not push them into one bin.
 */
export const binsOf = (samples: readonly number[], count: number): readonly Bin[] => {
  if (samples.length === 0) return [];
  const low = Math.max(least, Math.min(...samples));
  const high = Math.max(low * 1.1, ...samples);
  const factor = (high / low) ** (1 / count);
  const counts = Array.from({ length: count }, () => 0);
  for (const sample of samples) {
    const at = Math.floor(Math.log(Math.max(sample, low) / low) / Math.log(factor));
    const bin = Math.min(count - 1, Math.max(0, at));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((inBin, at) => ({
    from: low * factor ** at,
    to: low * factor ** (at + 1),
    count: inBin,
  }));
};
