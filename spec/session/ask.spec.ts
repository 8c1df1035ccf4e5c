import { createDeadlines } from '../../src/connection/deadlines.ts';
import { Authenticate2FA } from '../../src/endpoints/auth/Authenticate2FA.ts';
import { DecodeError, type InvalidRequest } from '../../src/errors.ts';
import { askOn } from '../../src/session/ask.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';

const ask = (answer: unknown, code = '1'): unknown => {
  const client = connect(scriptedExchange({ answer: () => answer }));
  let outcome: unknown;
  const terms = {
    deadlines: createDeadlines(),
    requestTimeout: 100,
    report: () => undefined,
    hasLogin: true,
  };
  client.socket$.subscribe((socket) =>
    askOn(socket, terms)(Authenticate2FA, { Code: code }).subscribe({
      next: (reply) => (outcome = reply),
      error: (error: unknown) => (outcome = error),
    }),
  );
  client.close();
  terms.deadlines.clear();
  return outcome;
};

describe('askOn', () => {
  it('reads of a reply what a login needs, in any case of the keys, whatever else is odd', () => {
    expect(ask({ authenticated: true, sessiontoken: 'a', UserId: {} })).toMatchObject({
      Authenticated: true,
      SessionToken: 'a',
    });
    expect(ask({ Authenticated: false, Locked: null, errormsg: null })).toMatchObject({
      Authenticated: false,
    });
  });

  it('does not understand what is no answer to a login', () => {
    expect(ask({ Authenticated: 'perhaps' })).toBeInstanceOf(DecodeError);
  });

  it('sends nothing that the function cannot take', () => {
    expect((ask(undefined, 1 as unknown as string) as InvalidRequest)._tag).toBe('InvalidRequest');
  });
});
