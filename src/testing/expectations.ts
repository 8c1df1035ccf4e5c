import { TestScheduler } from 'rxjs/testing';
import { passStrayRuns } from '../passStrayRuns.ts';
import { differences } from './differences.ts';
import type { Message } from './diagram.ts';
import { mismatch, valueText } from './mismatch.ts';
import type { Values } from './names.ts';

/** One expectation, as it was called. */
export interface Expectation {
  readonly what: string;
  readonly values?: Values;
}

/** What is expected, and what has not come true of it. */
export interface Expectations {
  /** The scheduler whose expectations these are. */
  readonly scheduler: TestScheduler;
  /**
   * To be called when the scheduler is asked to expect something, in that order; what it returns when it is said what
   * that is.
   */
  readonly reserve: () => (expectation: Expectation) => void;
  /** Adds one that the scheduler does not know of: it says what has not come true, if anything. */
  readonly add: (failure: () => string | undefined) => void;
  /** Throws an `Error` that shows all that has not come true so far, if anything. */
  readonly settle: () => void;
}

const isMessages = (list: readonly unknown[]): list is readonly Message[] =>
  list.every((one) => typeof one === 'object' && one !== null && 'notification' in one);

const failureOf = ({ what, values }: Expectation, expected: readonly unknown[], came: readonly unknown[]) => {
  if (isMessages(expected) && isMessages(came)) return mismatch({ what, messages: expected, values }, came);
  return differences(expected, came).length === 0
    ? undefined
    : `${what}\n  expected  ${valueText(expected)}\n  came      ${valueText(came)}`;
};

const report = (failures: readonly string[], count: number): string =>
  [
    `${failures.length} of ${count} expectation${count === 1 ? '' : 's'} did not come true.`,
    ...failures.map((failure, index) => `${index + 1}) ${failure}`),
  ].join('\n\n');

/** Makes {@link Expectations}, none at first. It needs no test runner: what fails is an `Error`. */
export const createExpectations = (): Expectations => {
  const reserved: { expectation?: Expectation }[] = [];
  const added: (() => string | undefined)[] = [];
  const failures: string[] = [];
  let count = 0;
  const fail = (failure: string | undefined): void => {
    count += 1;
    if (failure !== undefined) failures.push(failure);
  };
  const check = (came: readonly unknown[], expected: readonly unknown[]): void => {
    const index = reserved.findIndex(({ expectation }) => expectation !== undefined);
    const [place] = reserved.splice(index, 1);
    fail(failureOf(place?.expectation ?? { what: 'an expectation' }, expected, came));
  };
  const scheduler = new TestScheduler(check);
  passStrayRuns(scheduler);
  return {
    scheduler,
    reserve: () => {
      const place: { expectation?: Expectation } = {};
      reserved.push(place);
      return (expectation) => {
        place.expectation = expectation;
      };
    },
    add: (failure) => added.push(failure),
    settle: () => {
      for (const failure of added.splice(0)) fail(failure());
      if (failures.length > 0) throw new Error(report(failures.splice(0), count));
    },
  };
};
