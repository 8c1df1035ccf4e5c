import { DecodeError, RequestTimeout } from '../../src/errors.ts';
import { createRemedies } from '../../src/streams/remedies.ts';
import { Subscription, ReplaySubject } from 'rxjs';
import { lineOf, openShared } from '../support/shared.ts';
import { marbles } from '../support/marbles.ts';

const setUp = () => {
  const opened = openShared();
  const log: string[] = [];
  const onTrouble = createRemedies(opened.shared, {
    restart: () => log.push('restart'),
    remove: () => log.push('remove'),
  });
  const line = lineOf({ Id: 1 });
  const { unsubscribe } = line.stream;
  line.phase = {
    _tag: 'Sent',
    socket: opened.socket,
    task: new Subscription(),
    reply$: new ReplaySubject(1),
    unsubscribe,
  };
  return { ...opened, log, line, onTrouble };
};

describe('createRemedies', () => {
  it('takes out what cannot change', () => {
    const { client, log, line, onTrouble } = setUp();
    onTrouble(line, { _tag: 'Broken', error: new DecodeError('SubscribeQuotes', []) });
    expect(log).toEqual(['remove']);
    client.close();
  });

  it('restarts what could not be read, at once', () => {
    const { client, log, line, onTrouble } = setUp();
    onTrouble(line, { _tag: 'Unreadable', error: new DecodeError('QuoteEvent', []) });
    expect(log).toEqual(['restart']);
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
      expect(exchange.names()).toEqual(['SubscribeQuotes']);
    });
  });

  it('does nothing about a line that is not subscribed to any more', () => {
    const { client, log, line, onTrouble } = setUp();
    line.phase = { _tag: 'Off' };
    onTrouble(line, { _tag: 'Unreadable', error: new DecodeError('QuoteEvent', []) });
    expect(log).toEqual([]);
    client.close();
  });
});
