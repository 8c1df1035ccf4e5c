import * as t from 'io-ts';
import { take } from 'rxjs';
import { DecodeError, GatewayError } from '../../src/errors.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { readExactJson } from '../../src/json/exactJson.ts';
import { failOnError } from '../../src/operators/failOnError.ts';
import { ofName } from '../../src/operators/ofName.ts';
import { ofSequence } from '../../src/operators/ofSequence.ts';
import { ofType } from '../../src/operators/ofType.ts';
import { payload } from '../../src/operators/payload.ts';
import { marbles } from '../support/marbles.ts';

const { Request, Reply, Event, Error: ErrorType } = MessageType;
const frame = (type: MessageType, sequence: number, name: string, text: unknown): Frame => ({
  type,
  sequence,
  name,
  payload: text,
});

/** A drawn session: requests, replies out of order, events whose numbers collide, an error. */
const f = {
  a: frame(Request, 2, 'Add', '{}'),
  b: frame(Event, 2, 'PriceEvent', '{"Price":1}'),
  c: frame(Reply, 4, 'Add', '{"sum":3}'),
  d: frame(ErrorType, 2, 'Add', 'Endpoint Not Found'),
  e: frame(Event, 4, 'PRICEEVENT', '{"Price":2}'),
  f: frame(Reply, 6, 'Add', '{"result":false,"errormsg":"No","errorcode":104}'),
};

describe('the operators on frames', () => {
  it('ofType lets one type or several through', () => {
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

  it('ofSequence takes any frame with the number, so the type is to be asked as well', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -a-b-c-d-e-|', f);
      const any = '         -a-b---d---|';
      const reply = '       -------(d|)';

      expectObservable(source.pipe(ofSequence(2))).toBe(any, f);
      expectObservable(source.pipe(ofType(Reply, ErrorType), ofSequence(2), take(1))).toBe(reply, f);
    });
  });

  it('ofName does not mind the case', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -a-b-c-d-e-|', f);
      const expected = '    ---b-----e-|';

      expectObservable(source.pipe(ofName('PriceEvent'))).toBe(expected, f);
      expectObservable(source.pipe(ofName('priceevent'))).toBe(expected, f);
    });
  });

  it('payload reads and validates, and errors at the first that its codec refuses', () => {
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

  it('payload keeps 64-bit integers with the exact reader', () => {
    marbles(({ cold, expectObservable }) => {
      const source = cold('(b|)', { b: frame(Event, 2, 'E', '{"Ticks":638168007882966478}') });

      expectObservable(source.pipe(payload(t.type({ Ticks: t.bigint }), readExactJson))).toBe('(x|)', {
        x: { Ticks: 638168007882966478n },
      });
    });
  });

  it('failOnError passes frames on until one says no, by its type or in its payload', () => {
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

  it.each([
    ['ofType', ofType(Event)],
    ['ofSequence', ofSequence(2)],
    ['ofName', ofName('Add')],
    ['payload', payload(t.unknown)],
    ['failOnError', failOnError()],
  ] as const)('%s mirrors never, empty, error and an early unsubscribe', (_, operator) => {
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
  });
});
