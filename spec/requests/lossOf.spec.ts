import { TransportError } from '../../src/errors.ts';
import { lossOf } from '../../src/requests/lossOf.ts';

const tooLarge = new TransportError('A message exceeds maxPayload', { code: 1009, maxPayload: 1_000 });
const query = { name: 'GetOrderHistory', isCommand: false };
const command = { name: 'SendOrder', isCommand: true };

describe('lossOf', () => {
  it('says whether the call had left, and why the socket is over', () => {
    const cause = new TransportError('The socket was closed (code 1006).', { code: 1006 });

    expect(lossOf(query, true, cause, 3)).toMatchObject({
      message:
        'GetOrderHistory: the connection was lost after it had been sent. The exchange may have acted on it: look before you send it again.',
      ...{ call: 'GetOrderHistory', sent: true, cause },
    });
    const unsent = lossOf(query, false, undefined);
    expect(unsent.cause).toBeUndefined();
    expect(unsent).toMatchObject({
      message: 'GetOrderHistory was not sent: the connection was lost. It is safe to send again.',
      sent: false,
    });
  });

  it('tells a query that its reply may have been larger than the client takes, and what to do', () => {
    expect(lossOf(query, true, tooLarge, 1).message).toBe(
      'GetOrderHistory: the connection was lost after it had been sent. A message larger than maxPayload (1000 bytes) ended it; it may be the reply: ask for less, or raise maxPayload.',
    );
  });

  it('says what is known where several calls were in flight', () => {
    expect(lossOf(query, true, tooLarge, 3).message).toContain(
      'it may be the reply to any of 3 calls in flight: ask for less',
    );
  });

  it('tells a command that its outcome is in doubt all the same', () => {
    expect(lossOf(command, true, tooLarge, 2).message).toMatch(
      /raise maxPayload\. The exchange may have acted on it: look before you send it again\.$/,
    );
  });

  it('says nothing of it to a call that had not left', () => {
    expect(lossOf(query, false, tooLarge).message).not.toContain('maxPayload');
  });
});
