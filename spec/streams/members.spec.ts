import { plainly } from '../../src/streams/reading.ts';
import { createMembers } from '../../src/streams/members.ts';
import { read$ } from '../../src/streams/reader.ts';
import { idOf } from '../support/quotes.ts';
import { lineOf, openShared } from '../support/shared.ts';

const setUp = () => {
  const opened = openShared();
  let discarded = 0;
  const members = createMembers(opened.shared, 'quotes', () => (discarded += 1));
  const join = (Id: number) => {
    const line = lineOf({ Id });
    members.lines.set(line.key, line);
    const log: string[] = [];
    read$(opened.shared, members, line, plainly).subscribe({
      next: ({ _tag }) => log.push(_tag),
      complete: () => log.push('end'),
    });
    return { line, log };
  };
  return { ...opened, members, join, discarded: () => discarded };
};

describe('createMembers', () => {
  it('restarts all that were sent, and ends at the exchange what nobody reads any more', () => {
    const { exchange, client, socket, members, join } = setUp();
    const { line } = join(1);
    const orphan = join(2).line;
    if (orphan.phase._tag === 'Sent') members.orphans.set(orphan.key, orphan.phase);
    members.lines.delete(orphan.key);
    members.restart(socket);
    expect(exchange.received.slice(2).map((request) => `${request.name} ${idOf(request)}`)).toEqual([
      'UnsubscribeQuotes 1',
      'UnsubscribeQuotes 2',
      'SubscribeQuotes 1',
    ]);
    expect([line.phase._tag, members.orphans.size]).toEqual(['Sent', 0]);
    client.close();
  });

  it('ends with the last line that is given up', () => {
    const { exchange, client, members, join, discarded } = setUp();
    const { line, log } = join(1);
    exchange.script({ answer: () => undefined });
    members.onTrouble(line, { _tag: 'Broken', error: { _tag: 'DecodeError' } as never });
    expect([members.lines.size, discarded()]).toEqual([0, 1]);
    expect(log).toEqual(['Begun', 'Failed', 'end']);
    expect(exchange.names().at(-1)).toBe('UnsubscribeQuotes');
    client.close();
  });
});
