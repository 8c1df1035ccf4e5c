import { ofName } from '../../src/operators/ofName.ts';
import { marbles } from '../support/marbles.ts';
import { mirrorsTheRest } from '../support/mirrors.ts';
import { session as f } from '../support/session.ts';

describe('ofName', () => {
  it('does not mind the case', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -a-b-c-d-e-|', f);
      const expected = '    ---b-----e-|';

      expectObservable(source.pipe(ofName('PriceEvent'))).toBe(expected, f);
      expectObservable(source.pipe(ofName('priceevent'))).toBe(expected, f);
    });
  });

  it('mirrors never, empty, error and an early unsubscribe', () => mirrorsTheRest(ofName('Add')));
});
