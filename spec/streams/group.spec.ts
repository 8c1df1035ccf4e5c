import { inner } from '../../src/connection/inner.ts';
import { createGroup } from '../../src/streams/group.ts';
import { createHistories } from '../../src/streams/histories.ts';
import type { AnyStream } from '../../src/streams/line.ts';
import { plainly } from '../../src/streams/reading.ts';
import { createTurns } from '../../src/streams/turns.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';
import { marbles } from '../support/marbles.ts';
import { type QuoteParams, SubscribeQuotes, willing } from '../support/quotes.ts';
import { settled } from '../support/streams.ts';

const setUp = () => {
  const exchange = scriptedExchange({ answer: willing });
  const client = connect(exchange);
  client.state$.subscribe();
  const shared = { inner: client[inner], turns: createTurns(10), histories: createHistories() };
  let discarded = 0;
  const group = createGroup(shared, 'SubscribeQuotes 1', () => (discarded += 1));
  const streamOf = (params: QuoteParams) => settled(SubscribeQuotes, params) as AnyStream;
  return { exchange, client, group, streamOf, discarded: () => discarded };
};

describe('createGroup', () => {
  it('begins a line with its first reader, and ends with the last', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, group, streamOf, discarded } = setUp();
      const line = group.lineOf(streamOf({ Id: 1 }));
      expect(group.lineOf(streamOf({ Id: 1 }))).toBe(line);
      expect(exchange.names()).toEqual([]);
      const tags: string[] = [];
      const readers = [1, 2].map(() => group.notice$(line, plainly).subscribe(({ _tag }) => tags.push(_tag)));
      expect(exchange.names()).toEqual(['SubscribeQuotes']);
      readers.forEach((reader) => reader.unsubscribe());
      cold('-(c|)').subscribe(() => client.close());
      flush();
      expect(exchange.names()).toEqual(['SubscribeQuotes', 'UnsubscribeQuotes']);
      expect(discarded()).toBe(1);
      expect(tags).toEqual(['Begun']);
    });
  });

  it('begins anew for more, and not for less', () => {
    const { exchange, client, group, streamOf } = setUp();
    const line = group.lineOf(streamOf({ Id: 1, Depth: 5 }));
    group.notice$(line, plainly).subscribe();
    group.widen(line, streamOf({ Id: 1, Depth: 3 }));
    expect(exchange.names()).toHaveLength(1);
    group.widen(line, streamOf({ Id: 1, Depth: 9 }));
    expect(exchange.received.map(({ payload }) => (payload as QuoteParams).Depth)).toEqual([5, 5, 9]);
    client.close();
  });

  it('marks all lines before it tells any reader, and ends all for good', () => {
    const { client, group, streamOf } = setUp();
    const [one, two] = [group.lineOf(streamOf({ Id: 1 })), group.lineOf(streamOf({ Id: 2 }))];
    const log: string[] = [];
    for (const line of [one, two]) {
      group
        .notice$(line, plainly)
        .subscribe({ next: ({ _tag }) => log.push(_tag), complete: () => log.push('end') });
    }
    const tell = group.lose();
    expect([one, two].map(({ readers }) => readers.get(plainly)?.folding.kept().status)).toEqual([
      'restoring',
      'restoring',
    ]);
    expect(log).toEqual(['Begun', 'Begun']);
    tell.forEach((one) => one());
    group.over(undefined);
    expect(log.slice(2)).toEqual(['Lost', 'Lost', 'end', 'end']);
    client.close();
  });
});
