import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { call, endpoint } from '../../src/endpoint.ts';
import { FrameError, GatewayError } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { answerTo } from '../../src/requests/answer.ts';

const add = call(endpoint({ name: 'Add', request: t.unknown, reply: t.number }), {});
const answer = (name: string, payload: unknown, type: MessageType = MessageType.Reply) =>
  answerTo(add, { type, sequence: 2, name, payload }, () => undefined);

describe('answerTo', () => {
  it('reads the reply, its name in any case', () => {
    expect(answer('Add', '3')).toEqual(E.right(3));
    expect(answer('ADD', '3')).toEqual(E.right(3));
  });

  it('takes an error frame under any name for the refusal', () => {
    const refusal = { code: undefined, errormsg: 'Endpoint Not Found', detail: null };
    expect(answer('', 'Endpoint Not Found', MessageType.Error)).toEqual(
      E.left(new GatewayError('Add', refusal)),
    );
  });

  it('does not take the reply of another function', () => {
    expect(answer('Sub', '3')).toEqual(
      E.left(new FrameError('The reply to Add names another function', '{"m":1,"i":2,"n":"Sub","o":"3"}')),
    );
  });
});
