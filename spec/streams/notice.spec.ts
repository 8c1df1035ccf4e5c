import { InvalidRequest } from '../../src/errors.ts';
import { failed, notYet } from '../../src/streams/notice.ts';

describe('a notice before the first state', () => {
  const cause = new InvalidRequest('SubscribeLevel1', []);

  it('says why it never begins', () => {
    expect(failed(cause)).toMatchObject({
      _tag: 'Failed',
      cause,
      kept: { status: 'failed', cause, epoch: 0 },
    });
  });

  it('says that it is not there yet, and why where that is known', () => {
    expect(notYet()).toMatchObject({ _tag: 'Lost', kept: { status: 'restoring', epoch: 0 } });
    expect(notYet().kept).not.toHaveProperty('cause');
    expect(notYet(cause).kept.cause).toBe(cause);
  });
});
