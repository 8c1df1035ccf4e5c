import { GatewayError, TransportError } from '../../src/errors.ts';
import { explained } from '../../src/requests/explained.ts';

const refusal = (code: number | undefined, errormsg: string) =>
  new GatewayError('GetAccountPositions', { code, errormsg, detail: null });

describe('explained', () => {
  it('says of a client without credentials that it has none', () => {
    const error = explained(refusal(undefined, 'Endpoint Not Found'), { hasLogin: false });

    expect(error.message).toBe(
      'GetAccountPositions was refused: Endpoint Not Found. The client has no credentials: the function may need a login, or the exchange may not have it.',
    );
    expect(error).toMatchObject({ call: 'GetAccountPositions', errormsg: 'Endpoint Not Found' });
  });

  it('says with credentials what the login may lack', () => {
    const error = explained(refusal(20, 'Not Authorized'), { hasLogin: true });

    expect(error.message).toContain('an account that is not its own');
    expect(error).toMatchObject({ code: 20 });
  });

  it('leaves every other error as it is', () => {
    for (const error of [refusal(104, 'Resource Not Found'), new TransportError('dropped')]) {
      expect(explained(error, { hasLogin: false })).toBe(error);
    }
  });
});
