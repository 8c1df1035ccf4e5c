import { type History, lost, noHistory, opened } from '../../src/connection/history.ts';
import { judge, type Verdict } from '../../src/connection/verdict.ts';
import {
  AuthenticationFailed,
  type ClientError,
  DecodeError,
  FrameError,
  GatewayError,
  InvalidRequest,
  TransportError,
} from '../../src/errors.ts';

const fresh = noHistory;
const worked = opened(noHistory, 0);
const after = (history: History, cause: ClientError, now = 0): Verdict =>
  judge(lost(history, cause, now, 5_000), now);
const final = { _tag: 'Final' };
const again = (atLeast: number) => ({ _tag: 'Again', atLeast });
const refusal = { code: 102, errormsg: 'Server Error', detail: null };
const refused = new AuthenticationFailed('refused');

describe('judge', () => {
  it.each([
    ['credentials that were refused', fresh, refused],
    ['a user who is locked', fresh, new AuthenticationFailed('locked')],
    ['a user who is locked, though the credentials have worked', worked, new AuthenticationFailed('locked')],
    ['a code that was refused, or never came', fresh, new AuthenticationFailed('code')],
    ['a code that was refused, though others have worked', worked, new AuthenticationFailed('code')],
    ['credentials that cannot be sent', worked, new InvalidRequest('AuthenticateUser', [])],
    ['an address that is none', fresh, new TransportError('no address', { isFinal: true })],
  ])('ends at %s', (_, history, cause) => {
    expect(after(history, cause)).toEqual(final);
  });

  it('leaves a lost link to the backoff', () => {
    expect(after(fresh, new TransportError('dropped'))).toEqual(again(0));
    expect(after(worked, new TransportError('dropped'))).toEqual(again(0));
  });

  it('leaves at least a second between logins that the exchange ends', () => {
    expect(after(worked, new AuthenticationFailed('ended'))).toEqual(again(1_000));
  });

  it.each([
    ['an answer that is neither yes nor no', new DecodeError('AuthenticateUser', [])],
    ['an error of the exchange', new GatewayError('AuthenticateUser', refusal)],
    ['an answer to something else', new FrameError('names another function', '{}')],
  ])('leaves at least a second after %s to a login', (_, cause) => {
    expect(after(fresh, cause)).toEqual(again(1_000));
    expect(after(worked, cause)).toEqual(again(1_000));
  });

  it('doubts credentials that have worked after three refusals in a row, a minute or more after the first', () => {
    const first = lost(worked, refused, 1_000, 5_000);
    const second = lost(first, refused, 6_000, 5_000);

    expect(judge(first, 1_000)).toEqual(again(5_000));
    expect(judge(second, 6_000)).toEqual(again(55_000));
    expect(after(second, refused, 60_999)).toEqual(again(5_000));
    expect(after(second, refused, 61_000)).toEqual(final);
  });

  it('does not end at two refusals, however far apart', () => {
    const first = lost(worked, refused, 0, 5_000);

    expect(after(first, refused, 3_600_000)).toEqual(again(5_000));
  });

  it('begins to count anew after a login', () => {
    const third = lost(lost(worked, refused, 0, 5_000), refused, 60_000, 5_000);

    expect(after(opened(third, 70_000), refused, 80_000)).toEqual(again(5_000));
  });
});
