import * as t from 'io-ts';
import { DecodeError } from '../../src/errors.ts';
import { readExactJson } from '../../src/json/exactJson.ts';
import { payload } from '../../src/operators/payload.ts';
import { marbles } from '../support/marbles.ts';
import { mirrorsTheRest } from '../support/mirrors.ts';
import { session as f } from '../support/session.ts';

describe('payload', () => {
  it('reads and validates, and errors at the first that its codec refuses', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -b-e-c-b', f);
      const subs = '        ^----!';
      const expected = '    -x-y-#';
      const prices$ = source.pipe(payload(t.type({ Price: t.number })));

      expectObservable(prices$).toBe(
        expected,
        { x: { Price: 1 }, y: { Price: 2 } },
        new DecodeError('Add', [{ path: 'Price', expected: 'number', found: 'undefined' }]),
      );
      expectSubscriptions(source.subscriptions).toBe(subs);
    });
  });

  it('keeps 64-bit integers with the exact reader', () => {
    marbles(({ cold, expectObservable }) => {
      const source = cold('(b|)', { b: { ...f.b, payload: '{"Ticks":638168007882966478}' } });

      expectObservable(source.pipe(payload(t.type({ Ticks: t.bigint }), readExactJson))).toBe('(x|)', {
        x: { Ticks: 638168007882966478n },
      });
    });
  });

  it('mirrors never, empty, error and an early unsubscribe', () => mirrorsTheRest(payload(t.unknown)));
});
