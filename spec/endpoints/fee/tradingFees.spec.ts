import type { Endpoint } from '../../../src/endpoint.ts';
import { GetAccountFees } from '../../../src/endpoints/fee/GetAccountFees.ts';
import { GetOMSFees } from '../../../src/endpoints/fee/GetOMSFees.ts';
import { GetOMSFeeTiers } from '../../../src/endpoints/fee/GetOMSFeeTiers.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const rule = {
  FeeId: 335,
  OMSId: 1,
  FeeTier: 2,
  AccountId: 0,
  FeeAmt: 0.002,
  FeeCalcType: 'Percentage',
  FeeType: 'FlatPegToProduct',
  LadderThreshold: 0,
  LadderSeconds: 0,
  IsActive: false,
  InstrumentId: 1,
  OrderType: 'Unknown',
  PeggedProductId: 2,
};

describe('GetAccountFees', () => {
  it('must be told the account', () => {
    expect(sent(GetAccountFees, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
    expect(sentAnyway(GetAccountFees, {})).toBe(
      'GetAccountFees was not sent: AccountId should be an integer but is undefined. Correct the call.',
    );
  });
});

describe('GetOMSFeeTiers', () => {
  it('asks for all, or for those of an instrument', () => {
    expect(sent(GetOMSFeeTiers, {})).toBe('{"OMSId":1}');
    expect(sent(GetOMSFeeTiers, { InstrumentId: 1 })).toBe('{"OMSId":1,"InstrumentId":1}');
  });
});

const replyOf = <A>(endpoint: Endpoint<A, unknown>) => ({
  name: endpoint.name,
  read: (text: string) => received(endpoint, text),
  dispensable: () => dispensable(endpoint, rule, (u) => [u], '0.'),
});

describe.each([replyOf(GetAccountFees), replyOf(GetOMSFeeTiers)])('the reply of $name', (reply) => {
  it('has kinds that may come as numbers or in another spelling', () => {
    const row = { ...rule, FeeCalcType: 1, FeeType: 'FlatPegtoProduct', OrderType: 0 };
    expect(reply.read(JSON.stringify([row]))).toEqual([rule]);
    expect(reply.read(JSON.stringify([{ ...row, FeeType: 7 }]))).toEqual([{ ...rule, FeeType: 7 }]);
  });

  it('has seconds of any size', () => {
    const text = JSON.stringify([rule]).replace('"LadderSeconds":0', '"LadderSeconds":9223372036854775807');
    expect(reply.read(text)).toEqual([{ ...rule, LadderSeconds: 9223372036854775807n }]);
  });

  it('may lack the tier and the product that a fee follows, and nothing else', () => {
    expect(reply.dispensable()).toEqual(['FeeTier', 'PeggedProductId']);
  });
});

describe('GetOMSFees', () => {
  it('passes on what it does not know', () => {
    expect(sent(GetOMSFees, { InstrumentId: 1 })).toBe('{"OMSId":1,"InstrumentId":1}');
    expect(received(GetOMSFees, '[{"FeeId":9007199254740993},null]')).toEqual([
      { FeeId: 9007199254740993n },
      null,
    ]);
    expect(received(GetOMSFees, '{}')).toMatch(/GetOMSFees: the exchange's payload was not understood/);
  });
});
