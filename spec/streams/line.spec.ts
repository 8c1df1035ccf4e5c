import { ReplaySubject, Subscription } from 'rxjs';
import type { Folding } from '../../src/streams/folding.ts';
import {
  type AnyStream,
  createLine,
  enter,
  forEachReader,
  isObserved,
  isUnderWayOn,
} from '../../src/streams/line.ts';
import { plainly } from '../../src/streams/reading.ts';
import { SubscribeQuotes } from '../support/quotes.ts';
import { openedSocket } from '../support/openSocket.ts';
import { settled } from '../support/streams.ts';

const stream = settled(SubscribeQuotes, { Id: 1 }) as AnyStream;

describe('a line', () => {
  it('is on no socket at first', () => {
    const line = createLine(stream);
    expect(line).toMatchObject({ key: stream.key, phase: { _tag: 'Off' }, followers: 0, listeners: 0 });
    expect(isObserved(line)).toBe(false);
  });

  it('ends what a phase had under way when it enters another', () => {
    const line = createLine(stream);
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

  it('tells every reader, though one leaves meanwhile', () => {
    const line = createLine(stream);
    const [one, two] = [plainly, { ...plainly }];
    const folding = {} as Folding<unknown>;
    line.readers.set(one, { folding, isObserved: () => false });
    line.readers.set(two, { folding, isObserved: () => true });
    let count = 0;
    forEachReader(line, () => {
      count += 1;
      line.readers.clear();
    });
    expect(count).toBe(2);
    line.readers.set(two, { folding, isObserved: () => true });
    expect(isObserved(line)).toBe(true);
  });
});
