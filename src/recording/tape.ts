import { Observable, ReplaySubject, Subject } from 'rxjs';
import { TransportError } from '../errors.ts';
import type { Shape } from '../misfits.ts';
import type { Transport } from '../transport/transport.ts';
import type { Opening } from './openings.ts';
import { createPlayer } from './player.ts';
import { createStage, endAll, isIdle, playingOn, type Stage } from './stage.ts';
import { type Step, stepsOf } from './steps.ts';
import { type Survey, surveyOf } from './survey.ts';
import { createTapeClock } from './tapeClock.ts';
import type { ReplayWarning } from './warning.ts';

/** How far a replay has played. */
export interface Progress {
  /** The number of the last line played, and the number of lines; the first line is 1. */
  readonly line: number;
  readonly lines: number;
  /** The time of the last line played, of the first and of the last line, in milliseconds since 1970. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How a recording is played. */
export interface TapeOptions {
  /** How many times as fast as it was recorded. */
  readonly speed: number;
  /** The sockets that were over before this time, in milliseconds since 1970, are left out. */
  readonly from?: number;
  /** Whether what is left before `from` is passed without waiting. */
  readonly isHurried: boolean;
}

/** What `from` may be. */
export const aTimeOfDay: Shape = { expected: 'a time in milliseconds since 1970', is: Number.isFinite };

/** A recording, being played. */
export interface Tape {
  readonly transport: Transport;
  readonly progress$: Observable<Progress>;
  readonly warning$: Observable<ReplayWarning>;
  /** Completes when there is no more of it, before its sockets are told. */
  readonly over$: Observable<never>;
  /** The time of the recording, in milliseconds since 1970. */
  readonly now: () => number;
  /** When it begins and ends, in milliseconds since 1970. */
  readonly begin: number;
  readonly end: number;
  /** Whether no client has a socket of it, or waits for one. */
  readonly isIdle: () => boolean;
  /** Ends it here. */
  readonly stop: () => void;
}

/** How many warnings whoever comes later is told. */
const keptWarnings = 1_000;

const overBy = (cause?: unknown): TransportError =>
  cause === undefined
    ? new TransportError('The recording is over.', { isFinal: true })
    : new TransportError('The recording could not be read any further.', { isFinal: true, cause });

/** When the first socket opened that was not over by then; the beginning of the recording where no time is given. */
const beginOf = (survey: Survey, from: number | undefined): number => {
  if (from === undefined) return survey.from;
  const left = [...survey.sockets.values()].filter(({ lastAt }) => lastAt >= from);
  return Math.min(survey.to, ...left.map(({ firstAt }) => firstAt));
};

/** The steps from there on, without those of sockets that were over by `from`. */
function* stepsFrom(
  lines: Iterable<string>,
  { sockets }: Survey,
  { begin, from = -Infinity }: { readonly begin: number; readonly from: number | undefined },
): Generator<Step, void, undefined> {
  for (const step of stepsOf(lines)) {
    const isOver = step._tag !== 'Note' && (sockets.get(step.socket)?.lastAt ?? 0) < from;
    if (!isOver && step.t >= begin) yield step;
  }
}

/** What those who listen to a replay are told. */
const createNews = ({ warnings, from, to, lastLine }: Survey) => {
  const progress = new ReplaySubject<Progress>(1);
  const warned = new ReplaySubject<ReplayWarning>(keptWarnings);
  const over = new Subject<never>();
  for (const warning of warnings) warned.next(warning);
  return {
    streams: {
      progress$: progress.asObservable(),
      warning$: warned.asObservable(),
      over$: over.asObservable(),
    },
    tell: ({ line, t }: Step): void => progress.next({ line, lines: lastLine, at: t, from, to }),
    warn: (warning: ReplayWarning): void => warned.next(warning),
    end: (): void => {
      over.complete();
      progress.complete();
      warned.complete();
    },
  };
};

/** What a client sees: its sockets are those that the recording opens from then on. */
const transportOf =
  ({ openings, changed }: Stage, begin: () => TransportError | undefined): Transport =>
  (url) =>
    new Observable((subscriber) => {
      const over = begin();
      if (over !== undefined) {
        subscriber.error(over);
        return;
      }
      const opening: Opening = { url, subscriber };
      openings.add(opening);
      subscriber.add(() => openings.remove(opening));
      changed();
    });

/** What gives its lines away, as a generator does, is kept. */
const readableTwice = (lines: Iterable<string>): Iterable<string> => {
  const iterator: unknown = lines[Symbol.iterator]();
  return iterator === lines ? [...lines] : lines;
};

/** Makes a {@link Tape}, which begins to run when its transport is first subscribed to. It reads the lines once, now. */
export const createTape = (source: Iterable<string>, { speed, from, isHurried }: TapeOptions): Tape => {
  const lines = readableTwice(source);
  const survey = surveyOf(lines);
  const news = createNews(survey);
  const begin = beginOf(survey, from);
  const clock = createTapeClock(speed, isHurried ? from : undefined);
  const stage = createStage({ survey, clock, warn: news.warn, changed: () => player.move() });
  let state: 'New' | 'Running' | { readonly over: TransportError } = 'New';

  const end = (cause?: unknown): void => {
    if (typeof state === 'object') return;
    const over = overBy(cause);
    state = { over };
    news.end();
    endAll(stage, over);
  };
  const player = createPlayer(stepsFrom(lines, survey, { begin, from }), {
    ...playingOn(stage, news.tell),
    end,
  });
  const start = (): TransportError | undefined => {
    if (typeof state === 'object') return state.over;
    if (state === 'New') clock.start(begin);
    state = 'Running';
    return undefined;
  };
  return {
    ...news.streams,
    ...{ transport: transportOf(stage, start), begin, end: survey.to },
    now: () => (state === 'New' ? begin : clock.now()),
    isIdle: () => isIdle(stage),
    stop: () => {
      player.stop();
      end();
    },
  };
};
