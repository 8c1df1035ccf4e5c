import { createPlayer, type Playing } from '../../src/recording/player.ts';
import { asyncScheduler } from 'rxjs';
import { marbles } from '../support/marbles.ts';

interface Due {
  readonly at: number;
  readonly waits?: number;
}

/** Plays steps at their times, and logs what happens when. */
const play = (
  steps: readonly Due[],
  more: Partial<Playing<Due>> = {},
): { readonly log: string[]; readonly player: ReturnType<typeof createPlayer> } => {
  const log: string[] = [];
  const player = createPlayer(steps[Symbol.iterator]() as Iterator<Due, void>, {
    until: ({ at }) => at - asyncScheduler.now(),
    patience: ({ waits = 0 }) => waits,
    play: ({ at }) => log.push(`${at} at ${asyncScheduler.now()}`),
    end: (cause) => log.push(`end at ${asyncScheduler.now()}${cause instanceof Error ? cause.message : ''}`),
    ...more,
  });
  return { log, player };
};

describe('createPlayer', () => {
  it('plays each step at its time, those that are late at once, and tells the end once', () => {
    marbles(({ flush }) => {
      const { log, player } = play([{ at: 0 }, { at: 5 }, { at: 3 }, { at: 9 }]);
      player.move();
      flush();
      player.move();
      expect(log).toEqual(['0 at 0', '5 at 5', '3 at 5', '9 at 9', 'end at 9']);
    });
  });

  it('holds one timer at a time, however often it is moved', () => {
    marbles(({ flush }) => {
      const schedule = jest.spyOn(asyncScheduler, 'schedule');
      const { log, player } = play([{ at: 5 }, { at: 9 }]);
      for (let times = 0; times < 10; times++) player.move();
      expect(schedule).toHaveBeenCalledTimes(1);
      flush();
      schedule.mockRestore();
      expect(log).toEqual(['5 at 5', '9 at 9', 'end at 9']);
    });
  });

  it('waits for somebody from the time of the step on, and goes on when that is done or has taken too long', () => {
    marbles(({ cold, flush }) => {
      let isDone = false;
      const patience = (step: Due): number => (isDone ? 0 : (step.waits ?? 0));
      const { log, player } = play([{ at: 5, waits: 100 }, { at: 20 }], { patience });
      player.move();
      cold('-a---------b').subscribe((moment) => {
        isDone = moment === 'b';
        player.move();
      });
      flush();
      expect(log).toEqual(['5 at 11', '20 at 20', 'end at 20']);
    });
    marbles(({ flush }) => {
      const { log, player } = play([{ at: 5, waits: 100 }, { at: 20 }]);
      player.move();
      flush();
      expect(log).toEqual(['5 at 105', '20 at 105', 'end at 105']);
    });
  });

  it('waits without a timer for somebody who may never come', () => {
    marbles(({ flush }) => {
      const { log, player } = play([{ at: 5, waits: Infinity }]);
      player.move();
      flush();
      expect([log, asyncScheduler.now()]).toEqual([[], 0]);
      player.stop();
    });
  });

  it('hears of what is moved from inside when the step is over', () => {
    const { log, player } = play([{ at: 0 }, { at: 0 }], {
      until: () => 0,
      play: ({ at }) => {
        log.push(`begin ${at}`);
        player.move();
        log.push('done');
      },
    });
    player.move();
    expect(log.slice(0, 4)).toEqual(['begin 0', 'done', 'begin 0', 'done']);
  });

  it('lets others have a turn after a thousand steps', () => {
    marbles(({ flush }) => {
      const { log, player } = play(Array.from({ length: 1_001 }, () => ({ at: 0 })));
      player.move();
      expect(log).toHaveLength(1_000);
      flush();
      expect(log).toHaveLength(1_002);
    });
  });

  it('plays no more once it is stopped, from inside too, and lets go of the source', () => {
    let isReturned = false;
    function* steps(): Generator<Due, void> {
      try {
        for (;;) yield { at: 0 };
      } finally {
        isReturned = true;
      }
    }
    let played = 0;
    const player = createPlayer<Due>(steps(), {
      until: () => 0,
      patience: () => 0,
      play: () => {
        played += 1;
        if (played === 3) player.stop();
      },
      end: () => {
        throw new Error('not an end');
      },
    });
    player.move();
    player.move();
    expect([played, isReturned]).toEqual([3, true]);
  });

  it('ends with what reading has thrown', () => {
    function* steps(): Generator<Due, void> {
      yield { at: 0 };
      throw new Error(' disk');
    }
    const ends: unknown[] = [];
    createPlayer<Due>(steps(), {
      until: () => 0,
      patience: () => 0,
      play: () => undefined,
      end: (cause) => ends.push(cause),
    }).move();
    expect(ends).toEqual([new Error(' disk')]);
  });
});
