import { GetAccountTrades } from '../../../src/endpoints/trading/GetAccountTrades.ts';
import { GetOpenTradeReports } from '../../../src/endpoints/trading/GetOpenTradeReports.ts';
import { GetOrderHistory } from '../../../src/endpoints/trading/GetOrderHistory.ts';
import { GetOrderHistoryByOrderId } from '../../../src/endpoints/trading/GetOrderHistoryByOrderId.ts';
import { GetOrders } from '../../../src/endpoints/trading/GetOrders.ts';
import { GetTradesHistory } from '../../../src/endpoints/trading/GetTradesHistory.ts';
import { ModifyOrder } from '../../../src/endpoints/trading/ModifyOrder.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe.each([GetOrders, GetOrderHistory])('$name', (List) => {
  it('takes every filter, and the state by name', () => {
    expect(sent(List, {})).toBe('{"OMSId":1}');
    expect(sent(List, { AccountId: 7, OrderState: 'Working', EndTimestamp: 1, StartIndex: 0 })).toBe(
      '{"OMSId":1,"AccountId":7,"OrderState":1,"EndTimestamp":1,"StartIndex":0}',
    );
  });

  it('reads no ask as null, in both ways it is written, and keeps every digit of the times', () => {
    expect(received(List, sampleText('functions/GetOrderHistory.reply.01.json'))).toMatchObject([
      { InsideAsk: null, ReceiveTimeTicks: 638182602317851821n },
      { InsideAsk: null, ReceiveTimeTicks: 638182598898484597n },
    ]);
    expect(received(List, sampleText('functions/GetOrderHistory.reply.02.json'))).toMatchObject([
      { InsideAsk: null, CancelReason: null },
      { InsideAsk: null, CancelReason: 'UserModified' },
    ]);
  });
});

describe('GetOrderHistoryByOrderId', () => {
  it('must be told the order, and no account', () => {
    expect(sent(GetOrderHistoryByOrderId, { OrderId: 6459 })).toBe('{"OMSId":1,"OrderId":6459}');
    expect(sentAnyway(GetOrderHistoryByOrderId, { AccountId: 7 })).toBe(
      'GetOrderHistoryByOrderId was not sent: OrderId should be an integer (a bigint above 2^53) but is undefined; AccountId should be left out, as there is no such field, but is 7. Correct the call.',
    );
  });

  it('lists one order through its states', () => {
    const changes = received(
      GetOrderHistoryByOrderId,
      sampleText('functions/GetOrderHistoryByOrderId.reply.01.json'),
    );
    expect(changes).toMatchObject([
      { OrderId: 6459, OrderState: 'FullyExecuted' },
      { OrderId: 6459, OrderState: 'Working' },
      { OrderId: 6459, OrderState: 'Working' },
      { OrderId: 6459, OrderState: 'Working', ChangeReason: 'NewInputAccepted' },
    ]);
  });
});

describe('GetOpenTradeReports', () => {
  it('reads the name of the user in either spelling, and the reason in words', () => {
    const text = sampleText('functions/GetOpenTradeReports.reply.01.json')
      .replace('"UserName"', '"Username"')
      .replace('"CancelReason":""', '"CancelReason":"","CancelReasonDescription":null');
    expect(received(GetOpenTradeReports, text)).toMatchObject([
      { UserName: 'admin', CancelReasonDescription: null, ReceiveTimeTicks: 638187876531538042n },
    ]);
  });
});

describe.each([GetTradesHistory, GetAccountTrades])('$name', (List) => {
  it('takes its filters, with the times in a case of their own', () => {
    const filters = { AccountId: 7, InstrumentId: 1, OrderId: 6, StartTimeStamp: 1, Depth: 2, StartIndex: 0 };
    expect(JSON.parse(sent(List, filters))).toEqual({ OMSId: 1, ...filters });
    expect(sent(List, { ExecutionId: 2n ** 60n })).toBe('{"OMSId":1,"ExecutionId":1152921504606846976}');
    expect(sentAnyway(List, { StartTimestamp: 1 })).toBe(
      `${List.name} was not sent: StartTimestamp should be left out, as there is no such field, but is 1. Correct the call.`,
    );
  });

  it('reads no ask as null, and keeps every digit of the time', () => {
    expect(received(List, sampleText('functions/GetAccountTrades.reply.01.json'))).toMatchObject([
      { InsideAsk: null, TradeTime: 638168007882966478n },
      { InsideAsk: null, TradeTime: 638168007882963921n },
    ]);
  });
});

describe('ModifyOrder', () => {
  it('is a command that sends the quantity digit for digit', () => {
    expect(sent(ModifyOrder, { AccountId: 9, InstrumentId: 9, OrderId: 6507, Quantity: '0.10' })).toBe(
      '{"OMSId":1,"OrderId":6507,"InstrumentId":9,"Quantity":"0.10","AccountId":9}',
    );
    expect(ModifyOrder.isCommand).toBe(true);
  });

  it('is an error where the quantity is not lower than before', () => {
    expect(received(ModifyOrder, '{"result":false,"errormsg":"Invalid Quantity","errorcode":100}')).toBe(
      'ModifyOrder was refused: Invalid Quantity (code 100)',
    );
  });
});
