import { call } from '../../../src/endpoint.ts';
import { CancelAllOrders } from '../../../src/endpoints/trading/CancelAllOrders.ts';
import { sent, sentAnyway } from '../../support/exchanged.ts';

describe('CancelAllOrders', () => {
  it('takes one account, and perhaps one instrument', () => {
    expect(sent(CancelAllOrders, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
    expect(sent(CancelAllOrders, { AccountId: 7, InstrumentId: 1 })).toBe(
      '{"OMSId":1,"AccountId":7,"InstrumentId":1}',
    );
    expect(CancelAllOrders.isCommand).toBe(true);
  });

  it.each([[0], [undefined], [null], [-1], ['7']])('refuses %p as the account', (AccountId) => {
    const shown = typeof AccountId === 'string' ? '"7"' : String(AccountId);
    expect(sentAnyway(CancelAllOrders, { AccountId })).toBe(
      `CancelAllOrders was not sent: AccountId should be the id of one account (without it the orders of every account would be cancelled) but is ${shown}. Correct the call.`,
    );
  });

  it('has a type that demands the account', () => {
    // @ts-expect-error Without an account the exchange cancels across all of them.
    expect(sent(CancelAllOrders, {})).toMatch(/^CancelAllOrders was not sent/);
  });

  it('is repeatable', () => {
    expect(call(CancelAllOrders, { AccountId: 7 }).isRepeatable).toBe(true);
  });
});
