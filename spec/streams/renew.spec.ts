import { renew as renewLine } from '../../src/streams/group.ts';
import type { Line } from '../../src/streams/line.ts';
import { notices$ } from '../../src/streams/notices.ts';
import { registryOf } from '../../src/streams/registry.ts';
import { subscribe$ } from '../../src/streams/subscribe.ts';
import { SubscribeLevel2 } from '../../src/topics/SubscribeLevel2.ts';
import { ask, bid, bookExchange } from '../support/watchedBook.ts';

/** A followed book, with the line that is to be renewed. */
const followed = () => {
  const exchange = bookExchange();
  const client = exchange.client();
  const told: string[] = [];
  const lines: Line[] = [];
  const joined = (line: Line): void => void lines.push(line);
  notices$(client, SubscribeLevel2, { InstrumentId: 1 }, { isFollower: true, joined }).subscribe(
    ({ _tag, kept }) => told.push(`${_tag} ${kept.status} ${kept.epoch}`),
  );
  const renew = (): void => lines.forEach((line) => renewLine(registryOf(client).shared, line));
  return { exchange, client, told, renew };
};

describe('the renewal of a stream', () => {
  it('tells its readers that it is lost, ends it, and begins it afresh once that is answered', () => {
    const { exchange, client, told, renew } = followed();
    const messages: unknown[] = [];
    subscribe$(client, SubscribeLevel2, { InstrumentId: 1 }).subscribe((message) => messages.push(message));
    exchange.script({ answer: () => undefined });
    renew();
    expect(told).toEqual(['Lost restoring 0', 'Begun live 1', 'Lost restoring 1']);
    expect(exchange.names()).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2']);

    exchange.reply('UnsubscribeLevel2', { result: true, errormsg: null, errorcode: 0, detail: null });
    exchange.reply('SubscribeLevel2', [bid(98), ask(102)]);
    expect(exchange.names()).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2', 'SubscribeLevel2']);
    expect(told.at(-1)).toBe('Begun live 2');
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ _tag: 'Snapshot', payload: [{ 6: 98 }, { 6: 102 }] });
    client.close();
  });

  it('is no second one while a snapshot is to come anyway, or nobody follows it any more', () => {
    const { exchange, client, told, renew } = followed();
    exchange.script({ answer: () => undefined });
    renew();
    renew();
    expect(exchange.names()).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2']);
    exchange.drop();
    renew();
    client.close();
    renew();
    expect(exchange.names()).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2']);
    expect(told.filter((line) => line.startsWith('Lost'))).toHaveLength(2);
  });
});
