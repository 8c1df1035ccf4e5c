import { EMPTY, ReplaySubject, Subscription } from 'rxjs';
import { DecodeError, RequestTimeout } from '../../src/errors.ts';
import { createFolding } from '../../src/streams/folding.ts';
import { plainly } from '../../src/streams/reading.ts';
import { takeCare } from '../../src/streams/takeCare.ts';
import { marbles } from '../support/marbles.ts';
import { lineOf, openShared } from '../support/shared.ts';

const setUp = () => {
  const opened = openShared();
  const { shared, socket } = opened;
  const line = lineOf(shared, { Id: 1 });
  const { unsubscribe } = line.stream;
  line.phase = { _tag: 'Sent', socket, task: new Subscription(), reply$: new ReplaySubject(1), unsubscribe };
  const told: string[] = [];
  const folding = createFolding(line, plainly, {
    next: ({ _tag }) => told.push(_tag),
    complete: () => told.push('end'),
  });
  line.readers = [{ folding, notice$: EMPTY, isObserved: () => true }];
  const onTrouble = (...[of, trouble]: Parameters<typeof shared.onTrouble>): void =>
    takeCare(shared, of, trouble);
  return { ...opened, told, line, onTrouble };
};

describe('takeCare', () => {
  it('takes out what cannot change', () => {
    const { exchange, client, line, told, onTrouble } = setUp();
    onTrouble(line, { _tag: 'Broken', error: new DecodeError('SubscribeQuotes', []) });
    expect([told, line.group.lines.size, line.phase._tag]).toEqual([['Failed', 'end'], 0, 'Off']);
    expect(exchange.names()).toEqual(['UnsubscribeQuotes']);
    client.close();
  });

  it('restarts what could not be read, at once', () => {
    const { exchange, client, line, told, onTrouble } = setUp();
    onTrouble(line, { _tag: 'Unreadable', error: new DecodeError('QuoteEvent', []) });
    expect(exchange.names()).toEqual(['UnsubscribeQuotes', 'SubscribeQuotes']);
    expect(told).toEqual(['Setback', 'Begun']);
    client.close();
  });

  it('forgets what nobody reads any more, so that who comes back begins it', () => {
    const { exchange, client, line, onTrouble } = setUp();
    line.readers = [];
    onTrouble(line, { _tag: 'NotBegun', error: new RequestTimeout('SubscribeQuotes', true, 100) });
    expect([line.group.lines.size, line.phase._tag, exchange.names()]).toEqual([0, 'Off', []]);
    client.close();
  });

  it('tries again what was not begun, after a pause', () => {
    marbles(({ cold, flush }) => {
      const { exchange, client, line, onTrouble } = setUp();
      onTrouble(line, { _tag: 'NotBegun', error: new RequestTimeout('SubscribeQuotes', true, 100) });
      const phases = [line.phase._tag];
      cold('499ms (a|)').subscribe(() => phases.push(line.phase._tag));
      cold('501ms (a|)').subscribe(() => {
        phases.push(line.phase._tag);
        client.close();
      });
      flush();
      expect(phases).toEqual(['Waiting', 'Waiting', 'Sent']);
      expect(exchange.names()).toEqual(['UnsubscribeQuotes', 'SubscribeQuotes']);
    });
  });

  it('does nothing about a line that is not subscribed to any more', () => {
    const { client, told, line, onTrouble } = setUp();
    line.phase = { _tag: 'Off' };
    onTrouble(line, { _tag: 'Unreadable', error: new DecodeError('QuoteEvent', []) });
    expect(told).toEqual([]);
    client.close();
  });
});
