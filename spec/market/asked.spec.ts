import { concat, defer, NEVER, type Observable, of, throwError } from 'rxjs';
import { GetLastTrades } from '../../src/endpoints/market-data/GetLastTrades.ts';
import {
  ConnectionLost,
  GatewayError,
  InvalidRequest,
  RequestTimeout,
  TransportError,
} from '../../src/errors.ts';
import { asked$ } from '../../src/market/asked.ts';
import { instrumentId$ } from '../../src/market/instrument.ts';
import { request$ } from '../../src/requests/request.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
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

/** A connection, and what it tells on `error$`. */
const listening = (backoff: () => number | null = () => 5) => {
  const exchange = scriptedExchange();
  const client = connect(exchange, { backoff });
  const errors: unknown[] = [];
  client.error$.subscribe((error) => errors.push(error));
  return { exchange, client, errors };
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
      const { client, errors } = listening();
      expectObservable(asked$(client, failing$(error, error))).toBe('1500ms (a|)');
      flush();
      client.close();
      expect(errors).toEqual([error, error]);
    });
  });

  it.each([
    ['no such resource', refusal(104)],
    ['an invalid request', refusal(100)],
    ['what cannot be sent', new InvalidRequest('F', [])],
  ])('is undefined where there will be no answer, and reports why: %s', (_name, error) => {
    marbles(({ expectObservable, flush }) => {
      const { client, errors } = listening();
      const expected = '(u|)';
      expectObservable(asked$(client, failing$(error))).toBe(expected, { u: undefined });
      flush();
      client.close();
      expect(errors).toEqual([error]);
    });
  });

  it('passes on what is no error of ours, and lets go of the question', () => {
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const { client, errors } = listening();
      const source = cold('--a');
      expectObservable(asked$(client, concat(source, NEVER)), '^---!').toBe('--a');
      expectSubscriptions(source.subscriptions).toBe('^---!');
      const ours = new RangeError('ours');
      expectObservable(asked$(client, failing$(ours))).toBe('#', {}, ours);
      flush();
      client.close();
      expect(errors).toEqual([]);
    });
  });

  const questions = [
    ['an instrument by its symbol', 'instrumentId$'],
    ['a request', 'request$'],
  ] as const;

  // What would ask for ever is ended here, so that it fails.
  const minutes = '^ 9m !';

  const question$ = (
    client: ReturnType<typeof connect>,
    kind: 'instrumentId$' | 'request$',
  ): Observable<unknown> =>
    kind === 'instrumentId$'
      ? instrumentId$(client, { Symbol: 'AB' }, 'F')
      : request$(client, GetLastTrades, { InstrumentId: 1, Count: 1 });

  it.each(questions)('asks nothing of a connection that was given up, and completes: %s', (_name, kind) => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, client } = listening(() => null);
      client.state$.subscribe();
      exchange.drop('gone');
      let asked = 0;
      const counted$ = defer(() => {
        asked += 1;
        return question$(client, kind);
      });
      expectObservable(asked$(client, counted$), minutes).toBe('|');
      flush();
      expect(asked).toBeLessThanOrEqual(1);
    });
  });

  it.each(questions)('stops asking when the connection is given up meanwhile: %s', (_name, kind) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { exchange, client, errors } = listening(() => null);
      cold('---d').subscribe(() => exchange.drop('gone'));
      expectObservable(asked$(client, question$(client, kind)), minutes).toBe('---|');
      flush();
      expect(
        errors.every((error) => error instanceof ConnectionLost || error instanceof TransportError),
      ).toBe(true);
    });
  });

  it.each(questions)('completes without an answer when the client is closed: %s', (_name, kind) => {
    marbles(({ cold, expectObservable, flush }) => {
      const { client } = listening();
      cold('---x').subscribe(() => client.close());
      expectObservable(asked$(client, question$(client, kind)), minutes).toBe('---|');
      flush();
    });
  });
});
