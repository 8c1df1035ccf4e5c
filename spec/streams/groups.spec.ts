import { endAll, groupOf, loseAll, openAll } from '../../src/streams/groups.ts';
import { type AnyStream, lineIn } from '../../src/streams/line.ts';
import { read$ } from '../../src/streams/read.ts';
import { plainly } from '../../src/streams/reading.ts';
import { SubscribeQuotes, willing } from '../support/quotes.ts';
import { openShared } from '../support/shared.ts';
import { settled } from '../support/streams.ts';

const setUp = (answer = willing) => {
  const opened = openShared(answer);
  const { shared } = opened;
  const join = (Id: number, tell: (tag: string) => void = () => undefined) => {
    const line = lineIn(groupOf(shared, `group ${Id}`), settled(SubscribeQuotes, { Id }) as AnyStream);
    read$(shared, line, plainly).subscribe(({ _tag }) => tell(_tag));
    return line;
  };
  return { ...opened, join };
};

describe('the groups of a connection', () => {
  it('are kept until they end, each of which is told', () => {
    const { client, shared, join, ended } = setUp();
    join(1);
    const group = groupOf(shared, 'group 1');
    expect(groupOf(shared, 'group 1')).toBe(group);
    endAll(shared, undefined);
    expect([shared.groups.size, ended()]).toEqual([0, 1]);
    client.close();
  });

  it('are all marked as lost before any consumer is told', () => {
    const { client, shared, join } = setUp();
    const seen: unknown[] = [];
    const look = (tag: string): void => {
      if (tag === 'Lost') seen.push(lines.map(({ readers }) => readers[0]?.folding.kept().status));
    };
    const lines = [join(1, look), join(2, look)];
    loseAll(shared);
    expect(seen).toEqual([
      ['restoring', 'restoring'],
      ['restoring', 'restoring'],
    ]);
    client.close();
  });

  it('have none begun that waited for its turn while all of them are being lost', () => {
    const { exchange, client, shared, join } = setUp(() => undefined);
    for (let Id = 1; Id <= 12; Id++) join(Id);
    expect(exchange.names()).toHaveLength(10);
    loseAll(shared);
    expect(exchange.names()).toHaveLength(10);
    client.close();
  });

  it('are begun on a new socket, each once', () => {
    const { exchange, client, shared, socket, join } = setUp();
    join(1);
    join(2);
    loseAll(shared);
    openAll(shared, socket);
    openAll(shared, socket);
    expect(exchange.names()).toHaveLength(4);
    client.close();
  });
});
