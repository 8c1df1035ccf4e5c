import { joinChannel, type Listener } from '../../src/streams/channel.ts';
import { plainly } from '../../src/streams/reading.ts';
import { topicEvent } from '../../src/streams/topicEvent.ts';
import type { ClientError } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { openedSocket } from '../support/openSocket.ts';
import { type Quote, quoteEvent } from '../support/quotes.ts';
import * as t from 'io-ts';

const listening = () => {
  const log: unknown[] = [];
  const listener: Listener = {
    next: (event) => log.push(event),
    misread: (error) => log.push(`misread ${error.message}`),
    broken: (error) => log.push(`broken ${error._tag}`),
  };
  return { log, listener };
};

const setUp = () => {
  const { socket, reply } = openedSocket();
  const errors: ClientError[] = [];
  const place = { socket, reading: plainly, report: (error: ClientError): void => void errors.push(error) };
  return { place, errors, push: (payload: unknown) => reply(0, 'QuoteEvent', payload, MessageType.Event) };
};

describe('joinChannel', () => {
  it('hands each event to those at its route until they leave', () => {
    const { place, push } = setUp();
    const [one, two] = [listening(), listening()];
    const leave = joinChannel(place, quoteEvent, ['1'], one.listener);
    joinChannel(place, quoteEvent, ['2'], two.listener);
    push({ Id: 1, Price: 10 });
    leave();
    push({ Id: 1, Price: 11 });
    expect(one.log).toEqual([{ Id: 1, Price: 10 }]);
    expect(two.log).toEqual([]);
  });

  it('reports what cannot be read once, and tells those that it was meant for', () => {
    const { place, errors, push } = setUp();
    const [one, also, two] = [listening(), listening(), listening()];
    joinChannel(place, quoteEvent, ['1'], one.listener);
    joinChannel(place, quoteEvent, ['1'], also.listener);
    joinChannel(place, quoteEvent, ['2'], two.listener);
    push({ Id: 1, Price: 'high' });
    expect(errors).toHaveLength(1);
    expect([one.log.length, also.log.length, two.log.length]).toEqual([1, 1, 0]);
  });

  it('tells everybody when the topic itself throws', () => {
    const { place, errors, push } = setUp();
    const { log, listener } = listening();
    const throwing = topicEvent<Quote>({
      name: 'QuoteEvent',
      codec: t.any,
      route: () => {
        throw new Error('boom');
      },
    });
    joinChannel(place, throwing, ['1'], listener);
    push({ Id: 2, Price: 1 });
    expect(log).toEqual(['broken DecodeError']);
    expect(errors).toHaveLength(1);
  });
});
