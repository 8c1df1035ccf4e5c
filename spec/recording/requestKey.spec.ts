import { MessageType } from '../../src/frame.ts';
import { beginsStream, endsStream, isLogin, requestKey } from '../../src/recording/requestKey.ts';

const frame = (name: string, payload: unknown, type: MessageType = MessageType.Request) => ({
  ...{ type, sequence: 2, name, payload },
});

describe('requestKey', () => {
  it('is the same for what asks the same: spelling, order, number and type do not count', () => {
    const key = requestKey(frame('GetOpenOrders', '{"OMSId":1,"AccountId":7}'));
    expect(requestKey({ ...frame('getopenorders', '{ "AccountId": 7, "OMSId": 1 }'), sequence: 8 })).toBe(
      key,
    );
    expect(requestKey(frame('GetOpenOrders', { AccountId: 7, OMSId: 1 }, MessageType.Subscribe))).toBe(key);
  });

  it('differs by name, by value, and by what is in a list', () => {
    const keys = [
      frame('GetOpenOrders', '{"OMSId":1}'),
      frame('GetOrdersHistory', '{"OMSId":1}'),
      frame('GetOpenOrders', '{"OMSId":2}'),
      frame('GetOpenOrders', '{"OMSId":[1,2]}'),
      frame('GetOpenOrders', '{"OMSId":[2,1]}'),
    ].map((asked) => requestKey(asked));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is one of what is nested too deep to be put in order, as well', () => {
    const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const [key, same, other] = [50_000, 50_000, 50_001].map((depth) => requestKey(frame('Own', deep(depth))));
    expect(key === same).toBe(true);
    expect(key === other).toBe(false);
  });

  it('does not depend on secrets, and of a login on nothing but the name', () => {
    expect(requestKey(frame('ConfirmWithdraw', '{"VerifyCode":"a","Id":1}'))).toBe(
      requestKey(frame('ConfirmWithdraw', '{"VerifyCode":"***","Id":1}')),
    );
    expect(requestKey(frame('AuthenticateUser', '{"APIKey":"a","UserId":"1"}'))).toBe(
      requestKey(frame('AuthenticateUser', '{"Username":"b"}')),
    );
  });

  it('tells logins, and calls that begin or end a stream', () => {
    expect(
      ['AuthenticateUser', 'WebAuthenticateUser', 'Authenticate2FA', 'LogOut'].map((name) =>
        isLogin({ name }),
      ),
    ).toEqual([true, true, true, false]);
    const { Request, Subscribe, Unsubscribe } = MessageType;
    expect(
      [frame('SubscribeLevel2', ''), frame('Own', '', Subscribe), frame('Own', '', Request)].map(
        beginsStream,
      ),
    ).toEqual([true, true, false]);
    expect(
      [frame('UnsubscribeLevel2', ''), frame('Own', '', Unsubscribe), frame('Own', '')].map(endsStream),
    ).toEqual([true, true, false]);
  });
});
