import { createExchange, demoUsers } from '../../../src/simulator/index.ts';
import { dialAs, limitOrder } from '../support/dial.ts';

const ofAccounts = (events: readonly { readonly _tag: string }[]): readonly string[] =>
  events.map(({ _tag }) => _tag).filter((tag) => !['Level1', 'Level2', 'Trades', 'Ticker'].includes(tag));

describe('an account that no user has', () => {
  it('trades, and what happens to it makes no events', () => {
    const exchange = createExchange();
    exchange.market.sendOrder(limitOrder(1, '100.00', '0.1', 8));
    const { events } = exchange.market.sendOrder(limitOrder(0, '100.00', '0.1', 901));

    expect(exchange.executions(901)).toHaveLength(1);
    expect(events.map((event) => ('AccountId' in event ? event.AccountId : 8))).not.toContain(901);
    expect(ofAccounts(events)).toContain('OrderTrade');
    exchange.close();
  });

  it('is told of where there is an operator, who may listen to all', () => {
    const operator = { ...demoUsers[0], permissions: ['Operator'] as const };
    const exchange = createExchange({ users: [operator] });
    const call = dialAs(exchange, operator);
    call.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 901 });
    exchange.market.sendOrder(limitOrder(0, '100.00', '0.1', 901));

    expect(call.events('OrderStateEvent')).toHaveLength(1);
    expect(call.events('AccountPositionEvent')).toHaveLength(1);
    exchange.close();
  });
});
