import { limit, rejected, replyTo, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

const frozen = () => {
  const { market } = smallMarket();
  sent(market, limit(1, 'Sell', '1.0', '0.50'));
  market.changeAccount(1, { Frozen: true });
  return market;
};

describe('changeAccount', () => {
  it('changes what is given, keeps the rest, and tells the account', () => {
    const { market } = smallMarket();
    market.changeAccount(1, { VerificationLevel: 3, VerificationLevelName: 'Trader' });
    const { reply, events } = market.changeAccount(1, { Frozen: true });

    expect(reply).toEqual({ result: true, errormsg: null, errorcode: 0, detail: null });
    expect(events).toMatchObject([
      {
        _tag: 'AccountInfo',
        AccountId: 1,
        payload: { VerificationLevel: 3, VerificationLevelName: 'Trader', Frozen: true },
      },
    ]);
    expect(market.accounts()).toContainEqual(events[0]?.payload);
  });

  it('tells the owner of a verification level that is another than before', () => {
    const { market } = smallMarket();
    const tags = (level: number): readonly string[] =>
      market.changeAccount(1, { VerificationLevel: level }).events.map(({ _tag }) => _tag);

    expect([tags(1), tags(2), tags(2)]).toEqual([
      ['AccountInfo'],
      ['AccountInfo', 'VerificationLevel'],
      ['AccountInfo'],
    ]);
  });

  it('answers 104 for an unknown account', () => {
    expect(smallMarket().market.changeAccount(99, {})).toMatchObject({
      reply: { result: false, errorcode: 104 },
      events: [],
    });
  });

  it('has the orders of a frozen account refused with Invalid_Exposure, alone or in place of another', () => {
    const market = frozen();

    expect(replyTo(market, limit(1, 'Sell', '1.0', '0.50'))).toEqual(rejected('Invalid_Exposure'));
    expect(replyTo(market, limit(2, 'Sell', '1.0', '0.50'))).toMatchObject({ status: 'Accepted' });
    expect(
      market.cancelReplaceOrder({ ...limit(1, 'Sell', '1.0', '0.55'), OrderIdToReplace: 1 }).reply,
    ).toMatchObject({ errorcode: 101, errormsg: 'Invalid_Exposure' });
  });

  it('leaves the open orders of a frozen account, which trade and can be cancelled', () => {
    expect(states(sent(frozen(), limit(2, 'Buy', '1.0', '0.50')))[1]).toBe('1 FullyExecuted Trade 1.0/1.0');
    expect(frozen().cancelOrder({ AccountId: 1, OrderId: 1 }).reply).toMatchObject({ result: true });
  });

  it('sets limits that hold from then on', () => {
    const { market } = smallMarket();
    market.changeAccount(1, { DailyNotionalLimit: '0.10' });

    expect(right(market.tradingLimits(1))).toMatchObject({ DailyNotionalLimit: '0.10' });
    expect(replyTo(market, limit(1, 'Sell', '1.0', '0.50'))).toEqual(rejected('Exceeds_Daily_Limit'));
    expect(market.tradingLimits(99)).toMatchObject({ left: { errorcode: 104 } });
  });
});
