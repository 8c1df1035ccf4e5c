import { createDeadlines } from '../../src/connection/deadlines.ts';
import { RequestTimeout } from '../../src/errors.ts';
import { timeLimit$ } from '../../src/requests/timeLimit.ts';
import { marbles } from '../support/marbles.ts';

describe('timeLimit$', () => {
  it('errors when the limit has passed since the caller asked, and not when it was left before', () => {
    marbles(({ expectObservable }) => {
      const terms = { deadlines: createDeadlines(), requestTimeout: 10 };
      const limit$ = timeLimit$('Add', terms, 0, false);
      const expected = '----------#';

      expectObservable(limit$).toBe(expected, undefined, new RequestTimeout('Add', false, 10));
      expectObservable(limit$, '---^').toBe(expected, undefined, new RequestTimeout('Add', false, 10));
      expectObservable(limit$, '^--!').toBe('');
    });
  });
});
