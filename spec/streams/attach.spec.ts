import { right } from 'fp-ts/lib/Either.js';
import { map, type Observable, of, Subject } from 'rxjs';
import { type Frame, MessageType } from '../../src/frame.ts';
import { attach$ } from '../../src/streams/attach.ts';
import { createFolding } from '../../src/streams/folding.ts';
import type { Notice } from '../../src/streams/notice.ts';
import { plainly } from '../../src/streams/reading.ts';
import { marbles } from '../support/marbles.ts';
import { lineOf, openShared } from '../support/shared.ts';

const reply: Frame = {
  type: MessageType.Reply,
  sequence: 2,
  name: 'SubscribeQuotes',
  payload: '{"Id":1,"Price":10}',
};

const setUp = () => {
  const opened = openShared();
  const line = { stream: lineOf(opened.shared, { Id: 1 }).stream, followers: 1, keepers: 1 };
  const log: unknown[] = [];
  const sink = {
    next: ({ _tag, kept }: Notice<unknown>) => void log.push([_tag, kept.state]),
    complete: () => undefined,
  };
  const folding = createFolding(line, plainly, sink);
  const place = { socket: opened.socket, terms: opened.shared.inner, line };
  return { ...opened, stream: line.stream, folding, place, log };
};

describe('attach$', () => {
  it('holds events until the first state is there, then folds them in order', () => {
    const { client, stream, folding, place, log, told } = setUp();
    const reply$ = new Subject<Frame>();
    attach$(stream, folding, place, reply$).subscribe();
    told(1, 11);
    expect(log).toEqual([]);
    reply$.next(reply);
    told(1, 12);
    expect(log).toEqual([
      ['Begun', 10],
      ['Changed', 11],
      ['Changed', 12],
    ]);
    client.close();
  });

  it('tells an event that cannot be read, and is silent from then on', () => {
    const { client, stream, folding, place, log, told } = setUp();
    attach$(stream, folding, place, of(reply)).subscribe(({ _tag }) => log.push(_tag));
    told(1, 'high');
    told(1, 12);
    expect(log).toEqual([['Begun', 10], 'Unreadable']);
    client.close();
  });

  it('does not begin, as it would go on without its events, where one before the first state cannot be read', () => {
    const { client, stream, folding, place, log, told } = setUp();
    const reply$ = new Subject<Frame>();
    attach$(stream, folding, place, reply$).subscribe(({ _tag }) => log.push(_tag));
    told(1, 'high');
    reply$.next(reply);
    told(1, 12);
    expect(log).toEqual(['Unreadable']);
    client.close();
  });

  it('tells a reply that is none, and what the topic throws', () => {
    const { client, stream, folding, place, log } = setUp();
    const throwing = {
      ...stream,
      begin: () => {
        throw new Error('boom');
      },
    };
    attach$(stream, folding, place, of({ ...reply, payload: '7' })).subscribe(({ _tag }) => log.push(_tag));
    attach$(throwing, folding, place, of(reply)).subscribe(({ _tag }) => log.push(_tag));
    expect(log).toEqual(['NotBegun', 'Broken']);
    client.close();
  });

  it('tells of a topic that has no list of events, as no compiler may have looked at it', () => {
    const { client, stream, folding, place, log } = setUp();
    const without = { ...stream, events: undefined as unknown as typeof stream.events };
    attach$(without, folding, place, of(reply)).subscribe(({ _tag }) => log.push(_tag));
    expect(log[0]).toBe('Broken');
    client.close();
  });

  it('begins with the first state that the topic makes of the reply, and tells where that makes none', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const { client, stream, folding, place, log } = setUp();
      const [states, none] = [cold('--a-b', { a: 1, b: 2 }), cold<number>('--|')];
      const subs = '               ^-!';
      const making = (state$: Observable<unknown>) => ({ ...stream, begin: () => right(state$) });

      expectObservable(attach$(making(states), folding, place, of(reply)), '^----!').toBe('------');
      expectObservable(
        attach$(making(none), folding, place, of(reply)).pipe(
          map(({ _tag, error }) => [_tag, error.message]),
        ),
        '^----!',
      ).toBe('--b---', { b: ['Broken', expect.stringContaining('begin has completed without a state')] });
      expectSubscriptions(states.subscriptions).toBe(subs);
      expectSubscriptions(none.subscriptions).toBe(subs);
      cold('-----(c|)').subscribe(() => {
        client.close();
        expect(log).toEqual([['Begun', 1]]);
      });
    });
  });

  it('listens no longer when it is left', () => {
    const { client, stream, folding, place, log, told } = setUp();
    attach$(stream, folding, place, of(reply)).subscribe().unsubscribe();
    told(1, 12);
    expect(log).toEqual([['Begun', 10]]);
    client.close();
  });
});
