import { EMPTY } from 'rxjs';
import { begin } from '../../src/streams/begin.ts';
import { createFolding } from '../../src/streams/folding.ts';
import { groupOf } from '../../src/streams/groups.ts';
import { type AnyStream, type Line, lineIn } from '../../src/streams/line.ts';
import type { Notice } from '../../src/streams/notice.ts';
import { plainly } from '../../src/streams/reading.ts';
import type { Trouble } from '../../src/streams/trouble.ts';
import { refusal, SubscribeOwnQuotes, SubscribeQuotes, willing } from '../support/quotes.ts';
import { lineOf, openShared } from '../support/shared.ts';
import { settled } from '../support/streams.ts';

const setUp = (answer = willing as Parameters<typeof openShared>[0]) => {
  const opened = openShared(answer);
  const line = lineOf(opened.shared, { Id: 1 });
  const log: unknown[] = [];
  const sink = { next: ({ _tag }: Notice<unknown>) => void log.push(_tag), complete: () => undefined };
  const folding = createFolding({ stream: line.stream, keepers: 1 }, plainly, sink);
  line.readers = [{ folding, notice$: EMPTY, isObserved: () => true }];
  const onTrouble = (of: Line, { _tag }: Trouble): void => void log.push([of.key, _tag]);
  const shared = { ...opened.shared, onTrouble };
  return { ...opened, line, log, start: () => begin(shared, line, opened.socket) };
};

describe('begin', () => {
  it('subscribes once, after its readers listen, and feeds them', () => {
    const { exchange, client, line, log, start, told } = setUp();
    start();
    start();
    told(1, 11);
    expect(exchange.names()).toEqual(['SubscribeQuotes']);
    expect(line.phase._tag).toBe('Sent');
    expect(log).toEqual(['Begun', 'Changed']);
    client.close();
  });

  it('keeps the reply for who comes later only where it holds no snapshot', () => {
    const streams = [settled(SubscribeQuotes, { Id: 1 }), settled(SubscribeOwnQuotes, { Id: 1 })];
    const kept = streams.map((stream) => {
      const { client, shared, socket } = openShared(willing);
      const line = lineIn(groupOf(shared, 'quotes'), stream as AnyStream);
      begin(shared, line, socket);
      const log: string[] = [];
      if (line.phase._tag === 'Sent')
        line.phase.reply$.subscribe({
          next: ({ name }) => log.push(name),
          complete: () => log.push('end'),
        });
      client.close();
      return log;
    });
    expect(kept).toEqual([['end'], ['SubscribeOwnQuotes', 'end']]);
  });

  it('tells what it runs into, and decides nothing', () => {
    const { client, log, start } = setUp(() => refusal(102));
    start();
    expect(log).toEqual([['SubscribeQuotes 1', 'NotBegun']]);
    client.close();
  });

  it('waits for its turn', () => {
    const { exchange, client, line, shared, start } = setUp();
    shared.turns.lineUp(() => {
      start();
      expect([line.phase._tag, exchange.names()]).toEqual(['Queued', []]);
    });
    expect(line.phase._tag).toBe('Sent');
    client.close();
  });
});
