import { CancelQuote } from '../../../src/endpoints/trading/CancelQuote.ts';
import { CreateQuote } from '../../../src/endpoints/trading/CreateQuote.ts';
import { GetAllOpenTradeReports } from '../../../src/endpoints/trading/GetAllOpenTradeReports.ts';
import { GetOpenQuotes } from '../../../src/endpoints/trading/GetOpenQuotes.ts';
import { SubmitBlockTrade } from '../../../src/endpoints/trading/SubmitBlockTrade.ts';
import { UpdateQuote } from '../../../src/endpoints/trading/UpdateQuote.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

describe('the functions of the platform about quotes and block trades', () => {
  const taken = { result: true, errormsg: null, errorcode: 0, detail: null };
  const refused = { result: false, errormsg: 'Invalid Quantity', errorcode: 100, detail: null };
  const outcome = { BidResult: taken, AskResult: refused };

  it('send both sides of a quote, each call in its own spelling', () => {
    const quote = { AccountId: 7, InstrumentId: 2n ** 53n, Bid: '1.10', Ask: 1e-7 };
    expect(sent(CreateQuote, { ...quote, BidQty: 1, AskQty: '2.0' })).toBe(
      '{"OMSId":1,"AccountId":7,"InstrumentId":9007199254740992,"Bid":"1.10","BidQty":1,"Ask":"0.0000001","AskQty":"2.0"}',
    );
    expect(
      sent(UpdateQuote, { ...quote, InstrumentId: 1, BidQuoteId: 3, BidQTY: 1, AskQuoteId: 4, AskQTY: 2 }),
    ).toBe(
      '{"OMSId":1,"AccountId":7,"InstrumentId":1,"BidQuoteId":3,"Bid":"1.10","BidQTY":1,"AskQuoteId":4,"Ask":"0.0000001","AskQTY":2}',
    );
    expect(sentAnyway(CreateQuote, { ...quote, BidQty: NaN, AskQTY: 2 })).toBe(
      'CreateQuote was not sent: BidQty should be a decimal number, or one as text such as "0.10" but is NaN; ' +
        'AskQty should be a decimal number, or one as text such as "0.10" but is undefined; ' +
        'AskQTY should be left out, as there is no such field, but is 2. Correct the call.',
    );
    expect(sent(CancelQuote, { BidQuoteId: 3, AskQuoteId: 4 })).toBe(
      '{"OMSId":1,"BidQuoteId":3,"AskQuoteId":4}',
    );
  });

  it.each([
    ['CreateQuote', (text: string) => received(CreateQuote, text)],
    ['UpdateQuote', (text: string) => received(UpdateQuote, text)],
    ['CancelQuote', (text: string) => received(CancelQuote, text)],
  ])('read each side of a quote for itself (%s)', (name, read) => {
    expect(read(JSON.stringify(outcome))).toEqual(outcome);
    expect(read(JSON.stringify({ bidResult: taken, askResult: null }))).toEqual({
      BidResult: taken,
      AskResult: null,
    });
    expect(read(JSON.stringify({ BidResult: taken }))).toMatch(
      /AskResult should be null but is undefined\.$/,
    );
    expect(read(JSON.stringify(refused))).toBe(`${name} was refused: Invalid Quantity (code 100)`);
  });

  it('read an open quote, one side of which may be missing', () => {
    const bid = {
      OMSId: 1,
      Side: 0,
      OrderId: 6500,
      Price: 1.1,
      Quantity: 1,
      DisplayQuantity: 1,
      Instrument: 1,
      Account: 7,
      OrderType: 2,
      ClientOrderId: 0,
      OrderState: 1,
    };
    const read = { ...bid, Side: 'Buy', OrderType: 'Limit', OrderState: 'Working' };
    expect(received(GetOpenQuotes, JSON.stringify({ Bid: bid, Ask: null }))).toEqual({
      Bid: read,
      Ask: null,
    });
    const small = Object.entries({ ...bid, Price: 1.2 }).map(([key, value]) => [
      key.slice(0, 1).toLowerCase() + key.slice(1),
      value,
    ]);
    expect(
      received(GetOpenQuotes, JSON.stringify({ bid: null, ask: Object.fromEntries(small) as unknown })),
    ).toMatchObject({ Bid: null, Ask: { OrderId: 6500, Price: 1.2, Side: 'Buy' } });
    expect(received(GetOpenQuotes, JSON.stringify({ Bid: { ...bid, Price: null }, Ask: null }))).toMatch(
      /Bid\.Price should be a decimal number but is null/,
    );
    expect(sent(GetOpenQuotes, { AccountId: 7, InstrumentId: 1 })).toBe(
      '{"OMSId":1,"AccountId":7,"InstrumentId":1}',
    );
  });

  it('read open block trades as orders, exactly and in any spelling', () => {
    const order = sampleText('streams/order-state.object-working-limit.json');
    const small = order.replace('"OrderId"', '"orderId"');
    expect(small).not.toBe(order);
    expect(received(GetAllOpenTradeReports, `[${small}]`)).toEqual(
      received(GetAllOpenTradeReports, `[${order}]`),
    );
    expect(received(GetAllOpenTradeReports, `[${small}]`)).toMatchObject([
      { OrderState: 'Working', LastUpdatedTimeTicks: 638168047970264465n },
    ]);
  });

  const report = {
    AccountId: 7,
    InstrumentId: 1,
    Side: 'Sell',
    Quantity: '0.10',
    LimitPrice: '5000.00',
    LockedIn: true,
  } as const;
  const written =
    '"AccountId":7,"InstrumentId":1,"Side":1,"Quantity":"0.10","LimitPrice":"5000.00","LockedIn":true';

  it('send a block trade with the other party, or as the answer to another', () => {
    expect(sent(SubmitBlockTrade, { ...report, CounterPartyId: '2' })).toBe(
      `{"OMSId":1,${written},"CounterPartyId":"2"}`,
    );
    expect(sent(SubmitBlockTrade, { ...report, ClientOrderId: 5n })).toBe(
      `{"OMSId":1,${written},"ClientOrderId":5}`,
    );
    // @ts-expect-error One of the two is needed.
    expect(sent(SubmitBlockTrade, report)).toBe(
      'SubmitBlockTrade was not sent: CounterPartyId should be a text but is undefined. Correct the call.',
    );
    expect(sentAnyway(SubmitBlockTrade, { ...report, CounterPartyId: '2', Side: 'Short' })).toMatch(
      /Side should be one of Buy, Sell but is "Short"/,
    );
  });

  it('read a rejected block trade as a value', () => {
    expect(
      received(SubmitBlockTrade, '{"status":"Accepted","errormsg":"","orderId":9007199254740993}'),
    ).toEqual({
      status: 'Accepted',
      errormsg: '',
      OrderId: 9007199254740993n,
    });
    expect(received(SubmitBlockTrade, '{"status":"Accepted"}')).toEqual({ status: 'Accepted' });
    expect(
      received(SubmitBlockTrade, '{"status":"Rejected","errormsg":"Not_Enough_Funds","errorcode":101}'),
    ).toEqual({ status: 'Rejected', errormsg: 'Not_Enough_Funds', errorcode: 101 });
    expect(received(SubmitBlockTrade, '{"status":"Maybe"}')).toMatch(/status should be "Accepted"/);
  });

  it('are commands where they change something', () => {
    const commands = [CancelQuote, CreateQuote, SubmitBlockTrade, UpdateQuote];
    expect(commands.filter(({ isCommand }) => !isCommand)).toEqual([]);
    expect([GetAllOpenTradeReports, GetOpenQuotes].filter(({ isCommand }) => isCommand)).toEqual([]);
  });
});
