import { GetOrderStatus } from '../../../src/endpoints/trading/GetOrderStatus.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent } from '../../support/exchanged.ts';

describe('GetOrderStatus', () => {
  it('takes ids of 64 bits', () => {
    expect(sent(GetOrderStatus, { AccountId: 7, OrderId: 2n ** 60n })).toBe(
      '{"OMSId":1,"AccountId":7,"OrderId":1152921504606846976}',
    );
  });

  it('keeps every digit of the times', () => {
    expect(received(GetOrderStatus, sampleText('functions/GetOrderStatus.reply.03.json'))).toMatchObject({
      LastUpdatedTimeTicks: 637431662755960902n,
      AvgPrice: 19068.27047861,
    });
  });
});
