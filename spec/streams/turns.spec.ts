import { type Observable, Subject, type Subscription } from 'rxjs';
import { createTurns, type Turn } from '../../src/streams/turns.ts';
import { marbles } from '../support/marbles.ts';

const setUp = (most: number, room$?: () => Observable<void>) => {
  const turns = createTurns(most, room$);
  const given: string[] = [];
  const held = new Map<string, Turn>();
  const ask = (key: string, importance: 'account' | 'market' = 'market'): Subscription =>
    turns.turn$({ key, importance }).subscribe((turn) => {
      given.push(key);
      held.set(key, turn);
    });
  return { turns, given, ask, answer: (key: string) => held.get(key)?.answered() };
};

describe('createTurns', () => {
  it('gives so many turns at once, and the next with each answer', () => {
    const { given, ask, answer } = setUp(2);
    for (const key of ['a', 'b', 'c', 'd']) ask(key);
    expect(given).toEqual(['a', 'b']);
    answer('a');
    answer('a');
    expect(given).toEqual(['a', 'b', 'c']);
  });

  it('is over with the answer, so that nothing of the turn is kept for as long as the stream goes on', () => {
    const { ask, answer } = setUp(1);
    const [first, second] = [ask('a'), ask('b')];
    answer('a');
    expect([first.closed, second.closed]).toEqual([true, false]);
  });

  it('takes a turn back from who unsubscribes, and a place in the queue', () => {
    const { given, ask } = setUp(1);
    const first = ask('a');
    ask('b').unsubscribe();
    ask('c');
    first.unsubscribe();
    expect(given).toEqual(['a', 'c']);
  });

  it('serves accounts before markets where several line up', () => {
    const { turns, given, ask } = setUp(1);
    turns.lineUp(() => {
      ask('market');
      ask('account', 'account');
    });
    expect(given).toEqual(['account']);
  });

  it('puts those last, and alone, that were under way at a loss; an answer clears one', () => {
    marbles(({ cold, flush }) => {
      const { turns, given, ask, answer } = setUp(10);
      const lost = [ask('a'), ask('b')];
      turns.lost(() => lost.forEach((one) => one.unsubscribe()));
      expect([turns.lossesOf('a'), turns.lossesOf('c')]).toEqual([1, 0]);
      given.length = 0;
      turns.lineUp(() => ['a', 'b', 'c'].forEach((key) => ask(key)));
      cold('- 100ms (c|)').subscribe(() => answer('c'));
      cold('- 200ms (a|)').subscribe(() => answer('a'));
      cold('- 199ms (a|)').subscribe(() => expect(given).toEqual(['c', 'a']));
      flush();
      expect(given).toEqual(['c', 'a', 'b']);
      expect([turns.lossesOf('a'), turns.lossesOf('b')]).toEqual([0, 1]);
    });
  });

  it('gives one turn for each room that there is, to the most important that waits by then', () => {
    const rooms = new Subject<void>();
    const { given, ask } = setUp(10, () => rooms);
    ask('market');
    ask('account', 'account');
    expect(given).toEqual([]);
    rooms.next();
    expect(given).toEqual(['account']);
    rooms.next();
    rooms.next();
    expect(given).toEqual(['account', 'market']);
  });

  it('waits for no room once nobody waits for a turn, or as many are under way as may', () => {
    const rooms = new Subject<void>();
    const { given, ask, answer } = setUp(1, () => rooms);
    ask('a').unsubscribe();
    expect(rooms.observed).toBe(false);
    ['b', 'c'].forEach((key) => ask(key));
    rooms.next();
    expect(rooms.observed).toBe(false);
    answer('b');
    rooms.next();
    expect(given).toEqual(['b', 'c']);
  });

  it('gives nobody a turn while all are taken out at a loss, and begins the next ones fewer at a time', () => {
    const { turns, given, ask } = setUp(2);
    const all = ['a', 'b', 'c'].map((key) => ask(key));
    turns.lost(() => all.forEach((one) => one.unsubscribe()));
    expect(given).toEqual(['a', 'b']);
    ['c', 'd'].forEach((key) => ask(key));
    expect(given).toEqual(['a', 'b', 'c']);
  });

  it('rests after each begin once a socket was lost while streams were being begun', () => {
    marbles(({ cold, flush }) => {
      const { turns, given, ask } = setUp(10);
      ask('lost').unsubscribe();
      const lost = ask('lost');
      turns.lost(() => lost.unsubscribe());
      given.length = 0;
      ['a', 'b'].forEach((key) => ask(key));
      const counts: number[] = [];
      cold('- 18ms a-a').subscribe(() => counts.push(given.length));
      flush();
      expect(counts).toEqual([1, 2]);
    });
  });
});
