import {
  type ClientError,
  ConnectionLost,
  DecodeError,
  FrameError,
  GatewayError,
  RequestTimeout,
} from '../../src/errors.ts';
import { meaningOf } from '../../src/orders/meaning.ts';

const refusal = (code: number | undefined, errormsg = 'no'): ClientError =>
  new GatewayError('SendOrder', { code, errormsg, detail: null });

describe('meaningOf', () => {
  it.each<readonly [string, ClientError, string]>([
    ['not authorized', refusal(20), 'refused'],
    ['an invalid request', refusal(100), 'refused'],
    ['not found', refusal(104), 'refused'],
    ['not supported', refusal(106), 'refused'],
    ['an endpoint that is not there', refusal(undefined, 'Endpoint Not Found'), 'refused'],
    ['that it is in process', refusal(107), 'taken'],
    ['a failure without more words', refusal(101), 'doubt'],
    ['a server error', refusal(102), 'doubt'],
    ['a code that is not known', refusal(4_711), 'doubt'],
    ['an answer that cannot be read', new DecodeError('SendOrder', []), 'doubt'],
    ['a frame that cannot be read', new FrameError('odd', '{'), 'doubt'],
    ['a loss after it was sent', new ConnectionLost('SendOrder', true, 'gone'), 'doubt'],
    ['a loss before it was sent', new ConnectionLost('SendOrder', false, 'gone'), 'unsent'],
    ['no answer in time', new RequestTimeout('SendOrder', true, 100), 'doubt'],
    ['no socket in time', new RequestTimeout('SendOrder', false, 100), 'unsent'],
  ])('%s', (_name, error, meaning) => {
    expect(meaningOf(error)).toBe(meaning);
  });
});
