import type { OperatorFunction } from 'rxjs';
import type { Frame } from '../../src/frame.ts';
import { marbles } from './marbles.ts';

/** Demands of an operator on frames that it does nothing of its own to a source that says nothing. */
export const mirrorsTheRest = (operator: OperatorFunction<Frame, unknown>): void =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const never = cold<Frame>('--');
    const empty = cold<Frame>('|');
    const error = cold<Frame>('--#');
    const unsub = '           ---!';

    expectObservable(never.pipe(operator), unsub).toBe('');
    expectObservable(empty.pipe(operator)).toBe('|');
    expectObservable(error.pipe(operator)).toBe('--#');
    expectSubscriptions(never.subscriptions).toBe('^--!');
    expectSubscriptions(empty.subscriptions).toBe('(^!)');
    expectSubscriptions(error.subscriptions).toBe('^-!');
  });
