import { Observable } from 'rxjs';
import { createOpenings, type Opening } from '../../src/recording/openings.ts';
import { surveyOf } from '../../src/recording/survey.ts';
import type { Wire } from '../../src/transport/transport.ts';

const opening = (url: string): Opening => {
  let made: Opening | undefined;
  new Observable<Wire>((subscriber) => {
    made = { url, subscriber };
  }).subscribe();
  if (made === undefined) throw new Error('not subscribed');
  return made;
};
const openingsOf = (...lines: readonly string[]) => createOpenings(surveyOf(lines));
const open = (s: number, url: string): string => JSON.stringify({ t: 1, s, dir: 'open', url });

describe('createOpenings', () => {
  it('gives the sockets of one address to whoever waits, in order', () => {
    const openings = openingsOf(open(1, 'wss://a'), open(2, 'wss://a'));
    const [one, other] = [opening('wss://x'), opening('wss://y')];
    openings.add(one);
    openings.add(other);
    expect([
      openings.take(1),
      openings.has(2),
      openings.take(2),
      openings.take(2),
      openings.isEmpty(),
    ]).toEqual([...[one, true, other, undefined, true]]);
  });

  it('gives each its own where the recording has several, and a stranger the first', () => {
    const openings = openingsOf(
      open(1, 'wss://a'),
      open(2, 'wss://b'),
      '{"t":2,"s":3,"dir":"close","url":"wss://b"}',
    );
    const [a, b, stranger] = [opening('wss://a?token=1'), opening('wss://b'), opening('wss://c')];
    openings.add(a);
    expect([openings.has(1), openings.has(2), openings.has(3)]).toEqual([true, false, false]);
    openings.add(b);
    expect([openings.take(2), openings.take(3)]).toEqual([b, undefined]);
    openings.add(stranger);
    expect(openings.take(3)).toBe(stranger);
  });

  it('forgets who waits no more', () => {
    const openings = openingsOf(open(1, 'wss://a'));
    const one = opening('wss://a');
    openings.add(one);
    openings.remove(one);
    expect([openings.isEmpty(), openings.takeAll()]).toEqual([true, []]);
    openings.add(one);
    expect([openings.takeAll(), openings.isEmpty()]).toEqual([[one], true]);
  });
});
