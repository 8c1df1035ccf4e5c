import { interval, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { passStrayRuns } from '../src/passStrayRuns.ts';

/** Three timers of one moment, one of which ends the others; what they tell. */
const play = (scheduler: TestScheduler): readonly string[] => {
  const told: string[] = [];
  scheduler.run(({ flush }) => {
    const repeated = interval(100).subscribe(() => told.push('repeated'));
    timer(200).subscribe(() => {
      told.push('ends');
      repeated.unsubscribe();
      late.unsubscribe();
    });
    const late = timer(200).subscribe(() => told.push('late'));
    timer(300).subscribe(() => told.push('over'));
    flush();
  });
  return told;
};

describe('passStrayRuns', () => {
  it('passes over the run that is left where one timer has ended another of its moment', () => {
    const scheduler = new TestScheduler(() => undefined);
    expect(() => play(scheduler)).toThrow('Expected a due immediate or interval');
    const patient = new TestScheduler(() => undefined);
    passStrayRuns(patient);
    expect(play(patient)).toEqual(['repeated', 'repeated', 'ends', 'over']);
  });

  it('lets everything else be thrown', () => {
    const scheduler = new TestScheduler(() => undefined);
    passStrayRuns(scheduler);
    scheduler.schedule(() => {
      throw new Error('its own');
    });
    expect(() => scheduler.flush()).toThrow('its own');
  });
});
