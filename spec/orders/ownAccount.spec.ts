import { createClient, InvalidRequest, ownAccount$ } from '../../src/index.ts';
import { scriptedExchange } from '../../src/testing/index.ts';
import { marbles } from '../support/marbles.ts';

const clientOf = (accounts: readonly number[]) => {
  const exchange = scriptedExchange({ answer: () => accounts });
  return { exchange, client: createClient({ transport: exchange.transport, keepAlive: false }) };
};

const refusal = (expected: string, found: string): InvalidRequest =>
  new InvalidRequest('ownAccount$', [{ path: 'AccountId', expected, found }]);

describe('ownAccount$', () => {
  it('tells the only account of the user, and completes', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, exchange } = clientOf([7]);
      expectObservable(ownAccount$(client)).toBe('(a|)', { a: { AccountId: 7 } });
      flush();
      expect(exchange.names()).toEqual(['GetUserAccounts']);
    });
  });

  it('asks on each subscription, and not before', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, exchange } = clientOf([7]);
      const account$ = ownAccount$(client);
      expect(exchange.names()).toEqual([]);
      expectObservable(account$).toBe('(a|)', { a: { AccountId: 7 } });
      expectObservable(account$).toBe('(a|)', { a: { AccountId: 7 } });
      flush();
      expect(exchange.names()).toHaveLength(2);
    });
  });

  it('does not choose among several, and lists them', () => {
    marbles(({ expectObservable }) => {
      const { client } = clientOf([8, 9]);
      expectObservable(ownAccount$(client)).toBe('#', {}, refusal('one of 8, 9', 'not given'));
    });
    expect(refusal('one of 8, 9', 'not given').message).toBe(
      'ownAccount$ was not sent: AccountId should be one of 8, 9 but is not given. Correct the call.',
    );
  });

  it('errors where there is none', () => {
    marbles(({ expectObservable }) => {
      const { client } = clientOf([]);
      const refused = refusal('an account of the user', 'none: the user has no account');
      expectObservable(ownAccount$(client)).toBe('#', {}, refused);
    });
  });

  it('errors as a request does', () => {
    marbles(({ expectObservable }) => {
      const exchange = scriptedExchange();
      const client = createClient({ transport: exchange.transport, keepAlive: false });
      expectObservable(ownAccount$(client, { timeout: 20 })).toBe(
        '20ms #',
        {},
        expect.objectContaining({ call: 'GetUserAccounts', sent: true, limit: 20 }),
      );
    });
  });
});
