import { concat, defer, NEVER, of, throwError } from 'rxjs';
import { ConnectionLost, GatewayError, InvalidRequest, RequestTimeout } from '../../src/errors.ts';
import { asked$ } from '../../src/market/asked.ts';
import { marbles } from '../support/marbles.ts';

const refusal = (code: number | undefined, errormsg = 'no'): GatewayError =>
  new GatewayError('F', { code, errormsg, detail: null });
const failing$ = (...errors: readonly Error[]) => {
  const left = [...errors];
  return defer(() => {
    const error = left.shift();
    return error === undefined ? of('a') : throwError(() => error);
  });
};

describe('asked$', () => {
  it.each([
    ['a time limit', new RequestTimeout('F', true, 5)],
    ['a loss', new ConnectionLost('F', true, 'lost')],
    ['a server error', refusal(102)],
    ['"you may not"', refusal(20)],
    ['a bare "Endpoint Not Found"', refusal(undefined, 'Endpoint Not Found')],
  ])('asks again what may pass, after a pause, and reports it: %s', (_name, error) => {
    marbles(({ expectObservable, flush }) => {
      const errors: unknown[] = [];
      const question$ = failing$(error, error);
      expectObservable(asked$(question$, (told) => errors.push(told))).toBe('1500ms (a|)');
      flush();
      expect(errors).toEqual([error, error]);
    });
  });

  it.each([
    ['no such resource', refusal(104)],
    ['an invalid request', refusal(100)],
    ['what cannot be sent', new InvalidRequest('F', [])],
  ])('is undefined where there will be no answer, and reports why: %s', (_name, error) => {
    marbles(({ expectObservable, flush }) => {
      const errors: unknown[] = [];
      const expected = '(u|)';
      expectObservable(asked$(failing$(error), (told) => errors.push(told))).toBe(expected, { u: undefined });
      flush();
      expect(errors).toEqual([error]);
    });
  });

  it('passes on what is no error of ours, and lets go of the question', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--a');
      expectObservable(asked$(concat(source, NEVER), fail), '^---!').toBe('--a');
      expectSubscriptions(source.subscriptions).toBe('^---!');
      const ours = new RangeError('ours');
      expectObservable(asked$(failing$(ours), fail)).toBe('#', {}, ours);
    });
  });
});

const fail = (): never => {
  throw new Error('nothing is to be told');
};
