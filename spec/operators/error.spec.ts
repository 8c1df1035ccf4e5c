import { FrameError, TransportError } from '../../src/errors.ts';
import { error$ } from '../../src/operators/error.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';

describe('error$', () => {
  it('tells what went wrong and had no caller, without opening the connection, until the client is closed', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange();
      const client = connect(exchange);

      cold('-o-m-d-c').subscribe((step) => {
        if (step === 'o') client.state$.subscribe();
        if (step === 'm') exchange.pushText('not JSON');
        if (step === 'd') exchange.drop();
        if (step === 'c') client.close();
      });
      cold('a').subscribe(() => expect(exchange.sockets()).toBe(0));
      const expected = '---m-d-|';

      expectObservable(error$(client)).toBe(expected, {
        m: new FrameError('The message is no JSON object', 'not JSON'),
        d: new TransportError('dropped'),
      });
    });
  });

  it('has nothing to tell a late subscriber', () => {
    const exchange = scriptedExchange();
    const client = connect(exchange);
    client.state$.subscribe();
    exchange.pushText('not JSON');
    const seen: unknown[] = [];
    error$(client).subscribe((error) => seen.push(error));

    expect(seen).toEqual([]);
    client.close();
  });
});
