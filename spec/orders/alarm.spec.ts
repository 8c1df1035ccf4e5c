import { asyncScheduler, timer } from 'rxjs';
import { type Alarm, createAlarm } from '../../src/orders/alarm.ts';
import { marbles } from '../support/marbles.ts';

/** When an alarm rings that these things are done to, at these times. */
const rings = (acts: Readonly<Record<number, (alarm: Alarm) => void>>): readonly number[] => {
  const rung: number[] = [];
  marbles(({ flush }) => {
    const alarm = createAlarm(() => rung.push(asyncScheduler.now()));
    for (const [time, act] of Object.entries(acts)) timer(Number(time)).subscribe(() => act(alarm));
    flush();
  });
  return rung;
};

describe('an alarm', () => {
  it.each<readonly [string, Readonly<Record<number, (alarm: Alarm) => void>>, readonly number[]]>([
    ['rings at its time', { 10: ({ set }) => set(30) }, [30]],
    ['rings at once where the time is over', { 10: ({ set }) => set(5) }, [10]],
    ['rings sooner where that is asked for', { 10: ({ set }) => set(90), 20: ({ set }) => set(40) }, [40]],
    [
      'keeps the time where it is to ring later',
      { 10: ({ set }) => set(30), 20: ({ set }) => set(90) },
      [30],
    ],
    ['rings again when it is set again', { 10: ({ set }) => set(30), 50: ({ set }) => set(60) }, [30, 60]],
    ['does not ring when it was cleared', { 10: ({ set }) => set(30), 20: ({ clear }) => clear() }, []],
    ['never rings at infinity', { 10: ({ set }) => set(Infinity) }, []],
  ])('%s', (_name, acts, expected) => {
    expect(rings(acts)).toEqual(expected);
  });
});
