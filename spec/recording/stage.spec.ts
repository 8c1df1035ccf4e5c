import { Observable, type Subscriber } from 'rxjs';
import { TransportError } from '../../src/errors.ts';
import { createStage, endAll, isIdle, playingOn } from '../../src/recording/stage.ts';
import type { Step } from '../../src/recording/steps.ts';
import { surveyOf } from '../../src/recording/survey.ts';
import { createTapeClock } from '../../src/recording/tapeClock.ts';
import type { Wire } from '../../src/transport/transport.ts';
import { marbles } from '../support/marbles.ts';

const opened: Step = { _tag: 'Open', line: 1, t: 0, socket: 1, url: 'ws://x/' };
const came: Step = { _tag: 'In', line: 2, t: 5, socket: 1, text: 'a' };

const setUp = () => {
  const log: unknown[] = [];
  const clock = createTapeClock(1);
  const survey = surveyOf([JSON.stringify({ t: 0, s: 1, dir: 'open', url: 'ws://x/' })]);
  const stage = createStage({
    survey,
    clock,
    warn: ({ _tag }) => log.push(_tag),
    changed: () => log.push('changed'),
  });
  clock.start(0);
  const playing = playingOn(stage, ({ line }) => log.push(line));
  /** A client that waits for a socket. */
  const wait = (): void => {
    let subscriber: Subscriber<Wire> | undefined;
    new Observable<Wire>((given) => {
      subscriber = given;
    }).subscribe({
      next: ({ message$ }) => message$.subscribe((message) => log.push(String(message))),
      error: (error: unknown) => log.push((error as Error).message),
    });
    if (subscriber !== undefined) stage.openings.add({ url: 'ws://x/', subscriber });
  };
  return { log, stage, playing, wait };
};

describe('a stage', () => {
  it('is idle, and waits without a limit, until a client wants a socket', () => {
    marbles(() => {
      const { stage, playing, wait } = setUp();
      expect([isIdle(stage), playing.patience(opened)]).toEqual([true, Infinity]);
      wait();
      expect([isIdle(stage), playing.patience(opened)]).toEqual([false, 0]);
    });
  });

  it('opens a socket for who waits, hands messages to it, and passes over what nobody has', () => {
    marbles(() => {
      const { log, stage, playing, wait } = setUp();
      playing.play(came);
      wait();
      playing.play(opened);
      playing.play(came);
      expect(log).toEqual([2, 1, 'a', 2]);
      expect(stage.live.size).toBe(1);
    });
  });

  it('loses a socket, or has its opening fail, as the recording does', () => {
    marbles(() => {
      const { log, stage, playing, wait } = setUp();
      wait();
      playing.play(opened);
      playing.play({ _tag: 'Close', line: 3, t: 9, socket: 1, how: { why: 'gone' } });
      wait();
      playing.play({ _tag: 'Refused', line: 4, t: 10, socket: 2, how: { why: 'full' } });
      expect(log).toEqual(
        expect.arrayContaining([expect.stringContaining('gone'), expect.stringContaining('full')]),
      );
      expect(isIdle(stage)).toBe(true);
    });
  });

  it('tells all that there is no more, those who wait as well', () => {
    marbles(() => {
      const { log, stage, playing, wait } = setUp();
      wait();
      playing.play(opened);
      wait();
      endAll(stage, new TransportError('no more'));
      expect(log.filter((one) => String(one).includes('no more'))).toHaveLength(2);
      expect(isIdle(stage)).toBe(true);
    });
  });
});
