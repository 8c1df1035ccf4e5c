import { TransportError } from '../../src/errors.ts';
import { overFor } from '../../src/requests/overFor.ts';

describe('overFor', () => {
  it('says that a closed client sends nothing any more, and not that sending again is of use', () => {
    expect(overFor('SendOrder', undefined)).toMatchObject({
      sent: false,
      message:
        'SendOrder was not sent: the connection was closed. It is safe to send again, over a new client.',
    });
  });

  it('says why a client was given up', () => {
    const cause = new TransportError('No such address.');
    expect(overFor('Ping', cause)).toMatchObject({
      cause,
      message:
        'Ping was not sent: the connection was given up (No such address.). It is safe to send again, over a new client.',
    });
  });
});
