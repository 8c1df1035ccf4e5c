import { GatewayError } from '../../src/errors.ts';
import { failOnError } from '../../src/operators/failOnError.ts';
import { marbles } from '../support/marbles.ts';
import { mirrorsTheRest } from '../support/mirrors.ts';
import { session as f } from '../support/session.ts';

describe('failOnError', () => {
  it('passes frames on until one says no, by its type or in its payload', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -c-b-d-c', f);
      const subs = '        ^----!';
      const expected = '    -c-b-#';
      const other = hot('   -f', f);

      expectObservable(source.pipe(failOnError())).toBe(
        expected,
        f,
        new GatewayError('Add', { code: undefined, errormsg: 'Endpoint Not Found', detail: null }),
      );
      expectSubscriptions(source.subscriptions).toBe(subs);
      expectObservable(other.pipe(failOnError())).toBe(
        '-#',
        undefined,
        new GatewayError('Add', { code: 104, errormsg: 'No', detail: null }),
      );
    });
  });

  it('mirrors never, empty, error and an early unsubscribe', () => mirrorsTheRest(failOnError()));
});
