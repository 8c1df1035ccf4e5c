import { type ClientError, ConnectionLost, Denied, GatewayError } from '../../src/errors.ts';
import { inputOfError, inputOfReply } from '../../src/orders/reply.ts';

describe('inputOfReply', () => {
  it.each([
    ['accepted', { status: 'Accepted', errormsg: '', OrderId: 9 }, { _tag: 'Taken', OrderId: 9 }],
    [
      'rejected',
      { status: 'Rejected', errormsg: 'Not_Enough_Funds' },
      { _tag: 'Refused', reason: 'Not_Enough_Funds', how: 'reply' },
    ],
    ['rejected without a word', { status: 'Rejected' }, { _tag: 'Refused', reason: '', how: 'reply' }],
    ['a replacement', { ReplacementOrderId: 12, OrigOrderId: 9 }, { _tag: 'Taken', OrderId: 12 }],
    ['no id', { status: 'Accepted' }, undefined],
    ['nothing', null, undefined],
    ['a word', 'yes', undefined],
  ])('%s', (_name, reply, input) => {
    expect(inputOfReply(reply)).toEqual(input);
  });
});

describe('inputOfError', () => {
  const refusal = (code: number): ClientError =>
    new GatewayError('SendOrder', { code, errormsg: 'no', detail: null });
  const lost = (sent: boolean): ClientError => new ConnectionLost('SendOrder', sent, 'gone');
  it.each<readonly [string, string, ClientError, object]>([
    ['a limit', 'SendOrder', new Denied('SendOrder', 'open', 'no'), { _tag: 'Ended', tag: 'Denied' }],
    ['unsent', 'SendOrder', lost(false), { _tag: 'Ended', tag: 'NotSent' }],
    ['sent and lost', 'SendOrder', lost(true), { _tag: 'Doubt' }],
    ['refused', 'SendOrder', refusal(100), { _tag: 'Refused', how: 'reply' }],
    ['in process', 'SendOrder', refusal(107), { _tag: 'Taken' }],
    ['101 of an order is a doubt', 'SendOrder', refusal(101), { _tag: 'Doubt' }],
    ['101 of a replacement is a refusal', 'CancelReplaceOrder', refusal(101), { _tag: 'Refused' }],
  ])('%s', (_name, call, error, input) => {
    expect(inputOfError(call, error)).toMatchObject(input);
  });
});
