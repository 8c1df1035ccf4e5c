import { endIfUnread, lose, over, remove, restart, widen } from '../../src/streams/group.ts';
import { groupOf } from '../../src/streams/groups.ts';
import { read$ } from '../../src/streams/read.ts';
import { plainly } from '../../src/streams/reading.ts';
import { idOf, type QuoteParams } from '../support/quotes.ts';
import { lineOf, openShared } from '../support/shared.ts';

const setUp = () => {
  const opened = openShared();
  const { shared, exchange } = opened;
  const group = groupOf(shared, 'quotes');
  const join = (params: QuoteParams) => {
    const line = lineOf(shared, params);
    const log: string[] = [];
    const reader = read$(shared, line, plainly).subscribe({
      next: ({ _tag }) => log.push(_tag),
      complete: () => log.push('end'),
    });
    return { line, log, reader };
  };
  const sent = () => exchange.received.map((request) => `${request.name} ${idOf(request)}`);
  return { ...opened, group, join, sent };
};

describe('a group', () => {
  it('is ended and begun afresh as a whole, without what nobody reads any more', () => {
    const { client, shared, socket, group, join, sent } = setUp();
    const { line } = join({ Id: 1 });
    const orphan = join({ Id: 2 }).line;
    orphan.readers = [];
    restart(shared, group, socket);
    expect(sent().slice(2)).toEqual(['UnsubscribeQuotes 1', 'UnsubscribeQuotes 2', 'SubscribeQuotes 1']);
    expect([line.phase._tag, orphan.phase._tag, group.lines.size]).toEqual(['Sent', 'Off', 1]);
    client.close();
  });

  it('ends with the last line that is given up', () => {
    const { client, shared, socket, group, join, sent, ended } = setUp();
    const { line } = join({ Id: 1 });
    remove(shared, line, socket, true);
    expect([group.lines.size, shared.groups.size, ended()]).toEqual([0, 0, 1]);
    expect(sent().at(-1)).toBe('UnsubscribeQuotes 1');
    client.close();
  });

  it('is not ended while somebody reads any of it', () => {
    const { client, shared, group, join, sent } = setUp();
    join({ Id: 1 });
    const orphan = join({ Id: 2 }).line;
    orphan.readers = [];
    expect([endIfUnread(shared, group), sent().length]).toEqual([false, 2]);
    client.close();
  });

  it('begins anew for more, and not for less', () => {
    const { client, shared, exchange, join } = setUp();
    const { line } = join({ Id: 1, Depth: 5 });
    const ask = (Depth: number): void => widen(shared, line, { ...line.stream, amount: Depth });
    ask(3);
    expect(exchange.names()).toHaveLength(1);
    ask(9);
    expect(exchange.names()).toEqual(['SubscribeQuotes', 'UnsubscribeQuotes', 'SubscribeQuotes']);
    client.close();
  });

  it('marks all lines before it tells any reader, and ends all for good', () => {
    const { client, shared, group, join } = setUp();
    const [one, two] = [join({ Id: 1 }), join({ Id: 2 })];
    const tell = lose(group);
    expect([one, two].map(({ line }) => line.readers[0]?.folding.kept().status)).toEqual([
      'restoring',
      'restoring',
    ]);
    expect([one.log, two.log]).toEqual([['Begun'], ['Begun']]);
    tell.forEach((one) => one());
    over(shared, group, undefined);
    expect([one.log, two.log]).toEqual([
      ['Begun', 'Lost', 'end'],
      ['Begun', 'Lost', 'end'],
    ]);
    client.close();
  });

  it('loses with the socket what nobody reads any more', () => {
    const { client, group, join } = setUp();
    join({ Id: 1 });
    join({ Id: 2 }).line.readers = [];
    lose(group);
    expect([...group.lines.keys()]).toEqual(['SubscribeQuotes 1']);
    client.close();
  });
});
