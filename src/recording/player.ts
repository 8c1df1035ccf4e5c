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
    stop();
    playing.end(cause);
  };

  const read = (): S | undefined => {
    try {
      const next = steps.next();
      if (next.done === true) end();
      else return next.value;
    } catch (cause) {
      end(cause);
    }
    return undefined;
  };

  const obstacleOf = (step: S): readonly [Obstacle, delay: number] | undefined => {
    const patience = waits.isOver('somebody') ? 0 : playing.patience(step);
    if (patience === Infinity) return ['somebody', patience];
    const delay = waits.isOver('time') ? 0 : playing.until(step);
    if (delay > 0) return ['time', delay];
    if (patience > 0) return ['somebody', patience];
    return played >= stretch && !waits.isOver('others') ? ['others', 0] : undefined;
  };

  /** Says whether there may be more to do at once. */
  const advance = (): boolean => {
    head ??= read();
    if (head === undefined) return false;
    const obstacle = obstacleOf(head);
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
