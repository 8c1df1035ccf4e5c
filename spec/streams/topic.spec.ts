import * as E from 'fp-ts/lib/Either.js';
import { throwError } from 'rxjs';
import { askOn } from '../../src/requests/ask.ts';
import { topic, topicWith, known } from '../../src/streams/topic.ts';
import { call } from '../../src/endpoint.ts';
import { openedSocket } from '../support/openSocket.ts';
import { quotes, SubscribeQuotes } from '../support/quotes.ts';

const boom = (): never => {
  throw new Error('boom');
};

describe('topic', () => {
  it('is a plain value: a name, its events and the messages it makes', () => {
    expect(SubscribeQuotes).toMatchObject({ name: 'SubscribeQuotes', events: quotes.events });
    expect(SubscribeQuotes.snapshot(1)).toEqual({ _tag: 'Snapshot', payload: 1 });
    expect(SubscribeQuotes.update({ Id: 1, Price: 2 })).toEqual({
      _tag: 'Update',
      payload: { Id: 1, Price: 2 },
    });
  });

  it('refuses parameters that are none, whoever else follows the stream, and never throws', () => {
    expect(SubscribeQuotes.settle({ Ids: 1 } as never)).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'InvalidRequest' },
    });
    expect(topic({ ...quotes, key: boom }).settle({ Id: 1 })).toMatchObject({
      _tag: 'Left',
      left: { _tag: 'InvalidRequest', message: expect.stringContaining('boom') as unknown },
    });
  });
});

describe('topicWith', () => {
  const spec = {
    ...quotes,
    parameters: quotes.subscribe.request,
    unsubscribe: (params: { readonly Id: number }) => call(quotes.unsubscribe, params),
    settle: known,
    messages: { snapshot: String, update: String },
  };

  it.each([
    ['throws', boom],
    ['errors', () => throwError(() => new Error('boom'))],
  ])('refuses by a typed error where what is sought %s', (_, seek) => {
    const { socket, terms } = openedSocket();
    const settled = topicWith({ ...spec, settle: () => ({ _tag: 'Sought' as const, seek }) }).settle({
      Id: 1,
    });
    if (E.isLeft(settled) || settled.right._tag !== 'Sought') throw new Error('it is sought');
    const errors: unknown[] = [];
    settled.right.seek(askOn(socket, terms)).subscribe({ error: (error: unknown) => errors.push(error) });
    expect(errors).toMatchObject([{ _tag: 'InvalidRequest', call: 'SubscribeQuotes' }]);
  });
});
