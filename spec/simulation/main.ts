import type { Breach } from './board.ts';
import { drawScenario } from './drawing/drawScenario.ts';
import { faultsIn, kindsIn } from './kindsIn.ts';
import { type Outcome, play } from './play.ts';
import type { Scenario } from './scenario.ts';
import { shrink } from './shrink.ts';

/** What to run. */
export interface Campaign {
  readonly from: number;
  readonly seeds: number;
  readonly minutes: number;
  /** Ends with so many failures. */
  readonly mostFailed: number;
}

/** What a campaign has come to. */
export interface Tally {
  readonly seeds: number;
  readonly failed: readonly number[];
  /** How much went wrong, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly lines: number;
  /** The rules that did not hold, each once. */
  readonly rules: readonly string[];
}

/** Runs a scenario twice: once more where it did not fail, as the second time must be like the first. */
export const failuresOf = (scenario: Scenario, isTwice: boolean): Outcome => {
  const outcome = play(scenario);
  if (!isTwice || outcome.breaches.length > 0) return outcome;
  const again = play(scenario);
  if (again.digest() === outcome.digest()) return outcome;
  const line = outcome.lines.findIndex((text, index) => text !== again.lines[index]);
  const what = `line ${line}: ${outcome.lines[line]} and then ${again.lines[line]}`;
  return { ...outcome, breaches: [{ rule: 'same digest', at: 0, what, line }] };
};

/** One seed in so many is run twice. */
const twiceEvery = 10;

/** Runs seeds one after another. */
export const runCampaign = (
  { from, seeds, minutes, mostFailed }: Campaign,
  told: {
    readonly failed: (seed: number, outcome: Outcome) => void;
    readonly progress: (done: number, failed: number) => void;
    readonly now: () => number;
  },
): Tally => {
  const until = told.now() + minutes * 60_000;
  const failed: number[] = [];
  const faults: Record<string, number> = {};
  const rules = new Set<string>();
  let done = 0;
  let lines = 0;
  while (done < seeds && failed.length < mostFailed && told.now() < until) {
    const seed = from + done;
    const scenario = drawScenario(seed);
    for (const kind of faultsIn(scenario)) faults[kind] = (faults[kind] ?? 0) + 1;
    const outcome = failuresOf(scenario, seed % twiceEvery === 0);
    done += 1;
    lines += outcome.lines.length;
    if (outcome.breaches.length > 0) {
      failed.push(seed);
      for (const { rule } of outcome.breaches) rules.add(rule);
      told.failed(seed, outcome);
    }
    told.progress(done, failed.length);
  }
  return { seeds: done, failed, faults, lines, rules: [...rules] };
};

/** The least found of a scenario that still breaks a rule. */
const shrunkBy = (scenario: Scenario, { rule }: Breach): Scenario =>
  shrink(scenario, (candidate) =>
    failuresOf(candidate, rule === 'same digest').breaches.some((breach) => breach.rule === rule),
  );

/** What it took to find a failure. */
export interface Finding {
  readonly seed: number;
  /** The first rule that did not hold. */
  readonly rule: string;
  /** What its script was made of, by kind. */
  readonly drawn: readonly string[];
  /** What is left of that when it is shrunk. */
  readonly left: readonly string[];
}

/** What it took for a seed to fail. */
export const findingOf = (seed: number, { breaches: [first] }: Outcome): Finding | undefined => {
  if (first === undefined) return undefined;
  const scenario = drawScenario(seed);
  return { seed, rule: first.rule, drawn: kindsIn(scenario), left: kindsIn(shrunkBy(scenario, first)) };
};

const shownLines = 40;

/** One seed, told in full: its options, its shrunk script, and the frame log around the failure. */
export const explain = (seed: number, of?: string): string => {
  const scenario = drawScenario(seed);
  const { steps, script, ...options } = scenario;
  const first = failuresOf(scenario, true);
  const breach = first.breaches.find(({ rule }) => rule === of) ?? first.breaches[0];
  const head = [
    `seed ${seed}: ${steps.length} steps, ${script.faults.length} faults, digest ${first.digest()}`,
    `options ${JSON.stringify(options)}`,
  ];
  if (breach === undefined) return [...head, 'nothing is wrong'].join('\n');
  const shrunk = shrunkBy(scenario, breach);
  const outcome = failuresOf(shrunk, breach.rule === 'same digest');
  const found = outcome.breaches.find(({ rule }) => rule === breach.rule) ?? breach;
  const around = outcome.lines.slice(Math.max(0, found.line - shownLines), found.line + 6);
  return [
    ...head,
    ...first.breaches.map(({ rule, at, what }) => `  ${rule} at ${at} ms: ${what}`),
    `shrunk to ${shrunk.steps.length} steps and ${shrunk.script.faults.length} faults:`,
    JSON.stringify(shrunk),
    ...outcome.breaches.map(({ rule, at, what }) => `  ${rule} at ${at} ms: ${what}`),
    'the log around it:',
    ...around.map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line)),
  ].join('\n');
};
