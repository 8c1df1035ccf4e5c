import { MessageType } from '../../src/frame.ts';
import { ofType } from '../../src/operators/ofType.ts';
import { marbles } from '../support/marbles.ts';
import { mirrorsTheRest } from '../support/mirrors.ts';
import { session as f } from '../support/session.ts';

const { Reply, Event, Error: ErrorType } = MessageType;

describe('ofType', () => {
  it('lets one type or several through', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a-b-c-d-e-|', f);
      const subs = '        ^----------!';
      const events = '      ---b-----e-|';
      const answers = '     -----c-d---|';

      expectObservable(source.pipe(ofType(Event))).toBe(events, f);
      expectObservable(source.pipe(ofType(Reply, ErrorType))).toBe(answers, f);
      expectSubscriptions(source.subscriptions).toBe([subs, subs]);
    });
  });

  it('mirrors never, empty, error and an early unsubscribe', () => mirrorsTheRest(ofType(Event)));
});
