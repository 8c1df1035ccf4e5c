import { CancelMarginQuote } from '../../../src/endpoints/margin/CancelMarginQuote.ts';
import { GetAccountMarginState } from '../../../src/endpoints/margin/GetAccountMarginState.ts';
import { SendMarginQuote } from '../../../src/endpoints/margin/SendMarginQuote.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('the functions of the platform about margin', () => {
  const offer = {
    QuoteId: 0,
    ClientQuoteId: 2n ** 60n,
    ReceiveTimeUtcTicks: 0,
    AccountId: 7,
    ProductId: 1,
    Term: 30,
    OrderType: 'Limit',
    Side: 'Sell',
    Tif: 'GTC',
    Quantity: '1.00',
    Rate: '0.0001',
    OrderExpirationDateTime: 0,
    EnteredBy: 96,
  } as const;

  it('send an offer, enumerations by number and ids of 64 bits exactly', () => {
    expect(sent(SendMarginQuote, offer)).toBe(
      '{"OMSId":1,"QuoteId":0,"ClientQuoteId":1152921504606846976,"ReceiveTimeUtcTicks":0,"AccountId":7,' +
        '"ProductId":1,"Term":30,"OrderType":2,"Side":1,"Tif":1,"Quantity":"1.00","Rate":"0.0001",' +
        '"OrderExpirationDateTime":0,"EnteredBy":96}',
    );
    expect(sentAnyway(SendMarginQuote, { ...offer, Tif: 'GTD2' })).toMatch(/Tif should be one of .*GTC/);
  });

  it('read the outcome of an offer as a value, in any spelling', () => {
    expect(
      received(
        SendMarginQuote,
        '{"status":"Accepted","errormsg":null,"errorcode":0,"marginQuoteId":9007199254740993}',
      ),
    ).toEqual({ Status: 'Accepted', errormsg: null, errorcode: 0, MarginQuoteId: 9007199254740993n });
    expect(received(SendMarginQuote, '{"Status":"Rejected","errormsg":"Invalid rate"}')).toEqual({
      Status: 'Rejected',
      errormsg: 'Invalid rate',
    });
    expect(received(SendMarginQuote, '{}')).toMatch(/Status should be/);
  });

  it('read what a margin holds', () => {
    expect(
      received(GetAccountMarginState, '{"omsId":1,"accountId":7,"normalizedProductId":1,"buyingPower":2.5}'),
    ).toMatch(/MaintenanceRequirement should be a decimal number but is undefined/);
    expect(sent(GetAccountMarginState, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
  });

  it('hand on whatever answers a withdrawal, but a refusal', () => {
    expect(received(CancelMarginQuote, '{"Any":1}')).toEqual({ Any: 1 });
    expect(received(CancelMarginQuote, '')).toBeNull();
    expect(
      received(CancelMarginQuote, '{"result":false,"errormsg":"Resource Not Found","errorcode":104}'),
    ).toBe('CancelMarginQuote was refused: Resource Not Found (code 104)');
  });

  it('are commands where they change something', () => {
    expect([CancelMarginQuote, SendMarginQuote].filter(({ isCommand }) => !isCommand)).toEqual([]);
    expect(GetAccountMarginState.isCommand).toBe(false);
  });
});
