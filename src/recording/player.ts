import { type Subscription, timer } from 'rxjs';

/** What is done with the steps of a recording. */
export interface Playing<S> {
  /** How long a step still has to wait for its time, in milliseconds; 0 where that has come. */
  readonly until: (step: S) => number;
  /** How long a step may wait for somebody to do what it follows; 0 where that is done, `Infinity` without a limit. */
  readonly patience: (step: S) => number;
  readonly play: (step: S) => void;
  /** Called once, when there are no more steps, or they could not be read. */
  readonly end: (cause?: unknown) => void;
}

/** Plays steps one after another. */
export interface Player {
  /** Goes on as far as it can: at the beginning, and whenever what a step may wait for has changed. */
  readonly move: () => void;
  /** Plays no further step, and lets go of the source. */
  readonly stop: () => void;
}

/** What keeps the next step from being played; others have a turn after a stretch of steps without a wait. */
type Obstacle = 'time' | 'somebody' | 'others';

const stretch = 1_000;

/** One wait of a step: it ends with its timer, which is set once however often the step is looked at. */
const createWaits = (move: () => void) => {
  let over: readonly Obstacle[] = [];
  let present: { readonly for: Obstacle; readonly timer?: Subscription } | undefined;
  const end = (): void => {
    present?.timer?.unsubscribe();
    present = undefined;
  };
  return {
    isOver: (obstacle: Obstacle): boolean => over.includes(obstacle),
    begin: (obstacle: Obstacle, delay: number): void => {
      if (present?.for === obstacle) return;
      end();
      const pass = (): void => {
        over = [...over, obstacle];
        move();
      };
      present = { for: obstacle, ...(Number.isFinite(delay) && { timer: timer(delay).subscribe(pass) }) };
    },
    reset: (): void => {
      end();
      over = [];
    },
  };
};

/** What a step waits for, if anything: somebody without a limit, its time, somebody, then a turn of others. */
const obstacleOf = <S>(
  { patience, until }: Playing<S>,
  step: S,
  isOver: (obstacle: Obstacle) => boolean,
  played: number,
): readonly [Obstacle, delay: number] | undefined => {
  const left = isOver('somebody') ? 0 : patience(step);
  if (left === Infinity) return ['somebody', left];
  const delay = isOver('time') ? 0 : until(step);
  if (delay > 0) return ['time', delay];
  if (left > 0) return ['somebody', left];
  return played >= stretch && !isOver('others') ? ['others', 0] : undefined;
};

/** The next step; `undefined` where there is none, which `end` is told with what reading it threw. */
const readNext = <S>(steps: Iterator<S, void>, end: (cause?: unknown) => void): S | undefined => {
  try {
    const next = steps.next();
    if (next.done !== true) return next.value;
  } catch (cause) {
    end(cause);
  }
  end();
  return undefined;
};

/**
 * Makes a {@link Player}. The timer for a step is set when the one before has been played, so that a virtual clock never
 * holds more than one. What calls `move` from inside `play` is heard when that has returned.
 */
export const createPlayer = <S>(steps: Iterator<S, void>, playing: Playing<S>): Player => {
  const waits = createWaits(() => move());
  let head: S | undefined;
  let [isBusy, isOver, played] = [false, false, 0];

  const stop = (): void => {
    isOver = true;
    waits.reset();
    steps.return?.();
  };
  const end = (cause?: unknown): void => {
    if (isOver) return;
    stop();
    playing.end(cause);
  };

  /** Says whether there may be more to do at once. */
  const advance = (): boolean => {
    head ??= readNext(steps, end);
    if (head === undefined) return false;
    const obstacle = obstacleOf(playing, head, waits.isOver, played);
    if (obstacle !== undefined) {
      waits.begin(...obstacle);
      return false;
    }
    const step = head;
    head = undefined;
    waits.reset();
    played += 1;
    playing.play(step);
    return !isOver;
  };

  const move = (): void => {
    if (isBusy || isOver) return;
    [isBusy, played] = [true, 0];
    try {
      while (advance());
    } finally {
      isBusy = false;
    }
  };

  return { move, stop };
};
