import { type Frame, MessageType } from '../../src/frame.ts';
import { createChannels } from '../../src/socket/channels.ts';

const event = (name: string): Frame => ({ type: MessageType.Event, sequence: 2, name, payload: '{}' });

describe('the channels of a socket', () => {
  it('hand an event to who listens to its name in whatever case, and tell of an unheard name once', () => {
    const channels = createChannels();
    const heard: string[] = [];
    channels.event$('Level1UpdateEvent').subscribe(({ name }) => heard.push(name));

    expect(channels.publish(event('LEVEL1UPDATEEVENT'))).toBe(true);
    expect(channels.publish(event('Level1UpdateEvent'))).toBe(true);
    expect(channels.publish(event('Other'))).toBe(false);
    expect(channels.publish(event('Other'))).toBe(true);
    expect(heard).toEqual(['LEVEL1UPDATEEVENT', 'Level1UpdateEvent']);
  });

  it('say which names nobody wants, as they are written: neither an unknown one nor one that is listened to', () => {
    const channels = createChannels();
    const wanted = channels.event$('Wanted').subscribe();
    channels.publish(event('Unheard'));
    channels.publish(event('WANTED'));

    const now = (): readonly boolean[] =>
      ['Wanted', 'WANTED', 'Unheard', 'UNHEARD', 'Unknown'].map((name) => channels.isUnwanted(name));

    expect(now()).toEqual([false, false, true, false, false]);
    wanted.unsubscribe();
    expect(now()).toEqual([true, true, true, false, false]);
  });

  it('remember 200 names and no more, and tell of none beyond', () => {
    const channels = createChannels();
    const told = Array.from({ length: 300 }, (_, i) => channels.publish(event(`Event${i}`)));

    expect(told.filter((isTold) => !isTold)).toHaveLength(200);
    expect(channels.isUnwanted('Event199')).toBe(true);
    expect(channels.isUnwanted('Event200')).toBe(false);
  });

  it('complete with the socket, and at once after it', () => {
    const channels = createChannels();
    const ends: string[] = [];
    channels.event$('A').subscribe({ complete: () => ends.push('early') });

    channels.end();
    channels.event$('a').subscribe({ complete: () => ends.push('late') });
    channels.event$('B').subscribe({ complete: () => ends.push('new') });

    expect(ends).toEqual(['early', 'late', 'new']);
  });
});
