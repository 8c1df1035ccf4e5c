import * as fc from 'fast-check';
import { config } from 'rxjs';
import { type Frame, MessageType } from '../../src/frame.ts';
import { createReplies } from '../../src/socket/replies.ts';
import { marbles } from '../support/marbles.ts';

const reply = (sequence: number): Frame => ({
  type: MessageType.Reply,
  sequence,
  name: 'Ping',
  payload: '{}',
});

describe('the replies of a socket', () => {
  it('gives out 2, 4, 6 and so on', () => {
    const replies = createReplies();

    expect([replies.next(), replies.next(), replies.next()]).toEqual([2, 4, 6]);
  });

  it('tells a reply once, to the last who asked for its number, and says when nobody could have asked', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    const sequence = replies.next();
    replies.await(sequence, () => told.push('the first'));
    replies.await(sequence, (frame) => told.push(frame));

    expect(replies.settle(reply(sequence))).toBe(true);
    expect(replies.settle(reply(sequence))).toBe(false);
    expect(replies.settle(reply(99))).toBe(false);
    expect(told).toEqual([reply(sequence)]);
  });

  it('lets go of who has taken back, and knows the late answer for one', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    const sequence = replies.next();
    const takeBack = replies.await(sequence, (frame) => told.push(frame));

    takeBack();

    expect(replies.settle(reply(sequence))).toBe(true);
    replies.end();
    expect(told).toEqual([]);
  });

  it('tells a late answer to whoever was left in the place', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    const sequence = replies.next();
    replies.await(sequence, () => told.push('in time'))((frame) => told.push(frame));

    replies.settle(reply(sequence));

    expect(told).toEqual([reply(sequence)]);
  });

  it('takes nothing back that is answered, or is waited for by somebody else', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    const [first, second] = [replies.next(), replies.next()];
    const answered = replies.await(first, () => undefined);
    const replaced = replies.await(second, () => undefined);
    replies.await(second, (frame) => told.push(frame));
    replies.settle(reply(first));

    answered();
    replaced();

    expect(replies.settle(reply(first))).toBe(false);
    replies.settle(reply(second));
    expect(told).toEqual([reply(second)]);
  });

  it('tells the others where one throws, and has rxjs report what it threw', () => {
    marbles(({ flush }) => {
      const unhandled: unknown[] = [];
      config.onUnhandledError = (thrown) => unhandled.push(thrown);
      const replies = createReplies();
      const told: unknown[] = [];
      const bug = new Error('a bug of the waiter');
      const throwing = (): void => {
        throw bug;
      };
      const [first, second] = [replies.next(), replies.next()];
      replies.await(first, throwing);
      replies.await(second, throwing);
      replies.await(replies.next(), (frame) => told.push(frame));

      expect(replies.settle(reply(first))).toBe(true);
      replies.end();
      replies.await(first, throwing);
      flush();
      config.onUnhandledError = null;

      expect(told).toEqual([undefined]);
      expect(unhandled).toEqual([bug, bug, bug]);
    });
  });

  it('tells everybody of the end, and whoever asks after it at once', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    replies.await(replies.next(), (frame) => {
      told.push(frame);
      replies.await(replies.next(), (late) => told.push(late));
    });

    replies.end();

    expect(told).toEqual([undefined, undefined]);
  });

  it('tells each of the end how many waited, without those who have stopped and those who have been told', () => {
    const replies = createReplies();
    const told: unknown[] = [];
    const [answered, left, ...waiting] = [1, 2, 3, 4].map(() => replies.next());
    replies.await(answered ?? 0, () => undefined);
    replies.settle(reply(answered ?? 0));
    replies.await(left ?? 0, () => undefined)();
    for (const sequence of waiting) replies.await(sequence, (_, inFlight) => told.push(inFlight));

    replies.end();

    expect(told).toEqual([2, 2]);
  });

  it('remembers what is asked and not answered, however many are answered', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5_000, maxLength: 6_000 }), (answers) => {
        const replies = createReplies();
        const open = answers.filter((isAnswered) => {
          const sequence = replies.next();
          replies.await(sequence, () => undefined);
          if (isAnswered) replies.settle(reply(sequence));
          return !isAnswered;
        });
        expect(replies.size()).toBeGreaterThanOrEqual(open.length);
        expect(replies.size()).toBeLessThanOrEqual(3 * open.length + 1_001);
      }),
      { numRuns: 20 },
    );
  });
});
