import { config } from 'rxjs';
import { type Breach, createBoard } from './board.ts';
import { runAll } from './run/runAll.ts';
import type { Scenario } from './scenario.ts';
import { inVirtualTime } from './virtualTime.ts';

/** What a run has come to. */
export interface Outcome {
  readonly breaches: readonly Breach[];
  readonly lines: readonly string[];
  readonly digest: () => number;
}

/** Runs a scenario in virtual time. The same scenario has the same outcome, to the last line of its log. */
export const play = (scenario: Scenario): Outcome => {
  const clocks = { now: () => 0, clockSteps: () => 0 };
  const board = createBoard({ now: () => clocks.now(), clockSteps: () => clocks.clockSteps() });
  const { onUnhandledError } = config;
  config.onUnhandledError = (error: unknown) => board.breach('uncaught', whatOf(error));
  try {
    inVirtualTime(
      scenario,
      ({ elapsed, steps }) => {
        Object.assign(clocks, { now: elapsed, clockSteps: steps });
        runAll(scenario, board);
      },
      () => {
        const closedAt = board.lines.findLast((line) => line.endsWith(' closed'));
        if (closedAt === undefined) board.breach('ends', 'the run never came to its end');
        else if (Number.parseInt(closedAt, 10) !== board.now())
          board.breach('no timers left', `one ran at ${board.now()} after ${closedAt}`);
      },
    );
  } catch (error) {
    board.breach('uncaught', whatOf(error));
  } finally {
    config.onUnhandledError = onUnhandledError;
  }
  return { breaches: board.breaches, lines: board.lines, digest: board.digest };
};

const whatOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
