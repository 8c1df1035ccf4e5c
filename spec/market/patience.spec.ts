import { concat, map, of, throwError, timer } from 'rxjs';
import {
  type ClientError,
  ConnectionLost,
  GatewayError,
  InvalidRequest,
  RequestTimeout,
} from '../../src/errors.ts';
import { mayPass, patiently, pauseBefore } from '../../src/market/patience.ts';
import { marbles } from '../support/marbles.ts';

const refusal = (code: number | undefined, errormsg = 'no'): GatewayError =>
  new GatewayError('F', { code, errormsg, detail: null });

describe('patience', () => {
  it.each<[string, ClientError, boolean]>([
    ['a time limit', new RequestTimeout('F', true, 5), true],
    ['a loss', new ConnectionLost('F', true, 'lost'), true],
    ['a server error', refusal(102), true],
    ['"you may not"', refusal(20), true],
    ['a bare "Endpoint Not Found"', refusal(undefined, 'Endpoint Not Found'), true],
    ['no such resource', refusal(104), false],
    ['an invalid request', refusal(100), false],
    ['what cannot be sent', new InvalidRequest('F', []), false],
  ])('waits for what may pass: %s', (_name, error, expected) => {
    expect(mayPass(error)).toBe(expected);
  });

  it('waits longer and longer, up to a minute', () => {
    expect([1, 2, 3, 6, 7, 1_000].map(pauseBefore)).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it('tries again after the pause, reports why, and passes on what does not pass', () => {
    marbles(({ expectObservable, flush }) => {
      const errors: ClientError[] = [];
      const outcomes = [refusal(102), refusal(102), refusal(104)];
      const asked$ = concat(timer(0).pipe(map(() => outcomes.shift())), of(undefined)).pipe(
        map((error) => {
          if (error !== undefined) throw error;
          return 'a';
        }),
        patiently((error) => errors.push(error)),
      );
      expectObservable(asked$).toBe('3s #', {}, refusal(104));
      expectObservable(throwError(() => new RangeError('ours')).pipe(patiently(() => undefined))).toBe(
        '#',
        {},
        new RangeError('ours'),
      );
      flush();
      expect(errors).toEqual([refusal(102), refusal(102)]);
    });
  });
});
