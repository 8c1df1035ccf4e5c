import type { Rule } from './rules.ts';

/** Something that must not be. */
export interface Breach {
  /** The rule that does not hold. */
  readonly rule: Rule;
  /** The virtual time, in milliseconds. */
  readonly at: number;
  readonly what: string;
  /** How many lines the log had by then. */
  readonly line: number;
}

/** What is known of a run while it goes on. */
export interface Board {
  /** Milliseconds since the run began. */
  readonly now: () => number;
  /** How often the time of day was set by now. */
  readonly clockSteps: () => number;
  /** Writes down what has happened; all of it makes the digest. */
  readonly log: (line: string) => void;
  /** Writes down that a rule does not hold; the first few are kept. */
  readonly breach: (rule: Rule, what: string) => void;
  readonly lines: readonly string[];
  readonly breaches: readonly Breach[];
  /** A number that two runs have in common only where their logs are alike (FNV-1a). */
  readonly digest: () => number;
}

const mostBreaches = 12;

/** An empty {@link Board}, of a run that goes by these clocks. */
export const createBoard = ({ now, clockSteps }: Pick<Board, 'now' | 'clockSteps'>): Board => {
  const lines: string[] = [];
  const breaches: Breach[] = [];
  return {
    now,
    clockSteps,
    log: (line) => lines.push(`${now()} ${line}`),
    breach: (rule, what) => {
      lines.push(`${now()} BREACH ${rule}: ${what}`);
      if (breaches.length < mostBreaches) breaches.push({ rule, at: now(), what, line: lines.length });
    },
    lines,
    breaches,
    digest: () => {
      let hash = 0x811c9dc5;
      for (const line of lines) {
        for (let at = 0; at < line.length; at += 1) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
      }
      return hash >>> 0;
    },
  };
};
