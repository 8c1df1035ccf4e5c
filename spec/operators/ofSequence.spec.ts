import { take } from 'rxjs';
import { MessageType } from '../../src/frame.ts';
import { ofSequence } from '../../src/operators/ofSequence.ts';
import { ofType } from '../../src/operators/ofType.ts';
import { marbles } from '../support/marbles.ts';
import { mirrorsTheRest } from '../support/mirrors.ts';
import { session as f } from '../support/session.ts';

const { Reply, Error: ErrorType } = MessageType;

describe('ofSequence', () => {
  it('takes any frame with the number, so the type is to be asked as well', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -a-b-c-d-e-|', f);
      const any = '         -a-b---d---|';
      const reply = '       -------(d|)';

      expectObservable(source.pipe(ofSequence(2))).toBe(any, f);
      expectObservable(source.pipe(ofType(Reply, ErrorType), ofSequence(2), take(1))).toBe(reply, f);
    });
  });

  it('mirrors never, empty, error and an early unsubscribe', () => mirrorsTheRest(ofSequence(2)));
});
