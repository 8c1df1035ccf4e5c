import { EMPTY, ReplaySubject, Subscription } from 'rxjs';
import type { Folding } from '../../src/streams/folding.ts';
import {
  type AnyStream,
  createLine,
  enter,
  forget,
  type Group,
  isObserved,
  isRead,
  isUnderWayOn,
  lineIn,
  type Reader,
  readerOf,
} from '../../src/streams/line.ts';
import { plainly } from '../../src/streams/reading.ts';
import { SubscribeQuotes } from '../support/quotes.ts';
import { openedSocket } from '../support/openSocket.ts';
import { settled } from '../support/streams.ts';

const stream = settled(SubscribeQuotes, { Id: 1, Depth: 5 }) as AnyStream;
const newGroup = (): Group => ({ key: 'quotes', lines: new Map() });

const reader = (reading: typeof plainly, isTold: boolean): Reader => ({
  folding: { reading } as Folding<unknown>,
  notice$: EMPTY,
  isObserved: () => isTold,
});

describe('a line', () => {
  it('is on no socket at first, and read by nobody', () => {
    const line = createLine(newGroup(), stream);
    expect(line).toMatchObject({ key: stream.key, phase: { _tag: 'Off' }, followers: 0, listeners: 0 });
    expect([isRead(line), isObserved(line)]).toEqual([false, false]);
  });

  it('ends what a phase had under way when it enters another', () => {
    const line = createLine(newGroup(), stream);
    const { socket } = openedSocket();
    const task = new Subscription();
    enter(line, {
      _tag: 'Sent',
      socket,
      task,
      reply$: new ReplaySubject(1),
      unsubscribe: stream.unsubscribe,
    });
    expect([isUnderWayOn(line, socket), isUnderWayOn(line, openedSocket().socket)]).toEqual([true, false]);
    enter(line, { _tag: 'Off' });
    expect([isUnderWayOn(line, socket), task.closed]).toEqual([false, true]);
  });

  it('is made anew once it was forgotten', () => {
    const group = newGroup();
    const line = lineIn(group, stream);
    const task = new Subscription();
    enter(line, { _tag: 'Waiting', task });
    forget(line);
    expect([task.closed, line.phase._tag, lineIn(group, stream) === line]).toEqual([true, 'Off', false]);
  });

  it('knows its readers by their reading', () => {
    const line = createLine(newGroup(), stream);
    const other = { ...plainly };
    line.readers = [reader(plainly, false), reader(other, true)];
    expect(readerOf(line, other)).toBe(line.readers[1]);
    expect(readerOf(line, { ...plainly })).toBeUndefined();
    expect(isObserved(line)).toBe(true);
  });

  it('is one for a key, and forgets with its last reader how much was wanted', () => {
    const group = newGroup();
    const less = { ...stream, amount: 1 };
    const line = lineIn(group, stream);
    line.readers = [reader(plainly, true)];
    expect([lineIn(group, less), line.stream.amount]).toEqual([line, 5]);
    line.readers = [];
    expect([lineIn(group, less), line.stream.amount]).toEqual([line, 1]);
  });
});
