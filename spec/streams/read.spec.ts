import { read$ } from '../../src/streams/read.ts';
import { plainly } from '../../src/streams/reading.ts';
import { marbles } from '../support/marbles.ts';
import { lineOf, openShared } from '../support/shared.ts';

describe('read$', () => {
  it('is one reader for all its consumers, also where one leaves and another joins in the same turn', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, shared } = openShared();
      const line = lineOf(shared, { Id: 1 });
      const notice$ = read$(shared, line, plainly);
      const first = notice$.subscribe();
      cold('-(a|)').subscribe(() => {
        first.unsubscribe();
        notice$.subscribe();
      });
      cold('---(a|)').subscribe(() => {
        expect(exchange.names()).toEqual(['SubscribeQuotes']);
        client.close();
      });
      flush();
      expect(line.readers.length).toBe(1);
    });
  });

  it('begins a line anew for another reading, as the exchange gives a snapshot only to who subscribes', () => {
    const { exchange, client, shared } = openShared();
    const line = lineOf(shared, { Id: 1 });
    const tags: string[] = [];
    read$(shared, line, plainly).subscribe(({ _tag }) => tags.push(_tag));
    read$(shared, line, { ...plainly }).subscribe(({ _tag }) => tags.push(_tag));
    expect(exchange.names()).toEqual(['SubscribeQuotes', 'UnsubscribeQuotes', 'SubscribeQuotes']);
    expect(tags).toEqual(['Begun', 'Begun', 'Begun']);
    client.close();
  });
});
