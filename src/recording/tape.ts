import { Observable, ReplaySubject, Subject } from 'rxjs';
import { TransportError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import { createOpenings, type Opening, type Openings } from './openings.ts';
import { createPlayer } from './player.ts';
import { createReplayedSocket, lossIn, type ReplayedSocket } from './replayedSocket.ts';
import { type CloseStep, type OpenStep, type Step, stepsOf } from './steps.ts';
import { type Survey, surveyOf } from './survey.ts';
import { createTapeClock, type TapeClock } from './tapeClock.ts';
import type { ReplayWarning } from './warning.ts';

/** How far a replay has come. */
export interface Progress {
  /** The number of the line that was played last, and of the last that there is; the first is 1. */
  readonly line: number;
  readonly lines: number;
  /** The time of that line, and those of the first and the last, in milliseconds since 1970. */
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

/** How long a recording waits for a client that is late, in milliseconds. */
const patience = 1_000;

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

interface Stage {
  readonly survey: Survey;
  readonly clock: TapeClock;
  readonly openings: Openings;
  readonly live: Map<number, ReplayedSocket>;
  readonly warn: (warning: ReplayWarning) => void;
  readonly changed: () => void;
}

const nothingAsked = { byKey: new Map(), bySequence: new Map(), payloads: new Map() } as const;

/** Opens a socket of the recording for the client that waits for it; where none does, the socket is passed over. */
const open = (stage: Stage, { socket, t }: OpenStep): void => {
  const { survey, clock, openings, live, warn, changed } = stage;
  const opening = openings.take(socket);
  if (opening === undefined) return;
  // While nobody listened there was nothing to be late for.
  if (live.size === 0) clock.turnBack(t);
  const { subscriber } = opening;
  const replayed = createReplayedSocket({
    asked: survey.sockets.get(socket) ?? nothingAsked,
    ...{ subscriber, changed, now: clock.now },
    left: () => {
      live.delete(socket);
      changed();
    },
    notRecorded: ({ name }, message) => warn({ _tag: 'NotRecorded', call: name, at: clock.now(), message }),
  });
  live.set(socket, replayed);
  subscriber.next(replayed.wire);
};

const close = ({ live, openings }: Stage, { socket, wasOpen, how }: CloseStep): void => {
  const replayed = live.get(socket);
  live.delete(socket);
  if (wasOpen) replayed?.lose(lossIn(how));
  else if (how.ours !== true) openings.take(socket)?.subscriber.error(lossIn(how));
};

/** How long a step waits for the client, who opens, asks for a stream, or closes as it did. */
const patienceFor = ({ live, openings, survey }: Stage, step: Step): number => {
  if (live.size === 0 && openings.isEmpty()) return Infinity;
  if (step._tag === 'Note' || step._tag === 'Out') return 0;
  const replayed = live.get(step.socket);
  if (step._tag === 'In') return replayed?.isEarly(step.text) === true ? patience : 0;
  const isOurs = step._tag === 'Close' && step.how.ours === true;
  if (isOurs) return replayed !== undefined && step.line < survey.lastLine ? patience : 0;
  if ((step._tag === 'Close' && step.wasOpen) || openings.has(step.socket)) return 0;
  return live.size === 0 ? Infinity : patience;
};

/** What nobody hears needs not be waited for. */
const untilStep = ({ clock, live }: Stage, step: Step): number => {
  const isOpening = step._tag === 'Open' || (step._tag === 'Close' && !step.wasOpen);
  return live.size === 0 && !isOpening ? 0 : clock.until(step.t);
};

const play = (stage: Stage, step: Step): void => {
  stage.clock.reach(step.t);
  if (step._tag === 'Open') open(stage, step);
  else if (step._tag === 'Close') close(stage, step);
  else if (step._tag === 'In') stage.live.get(step.socket)?.hear(step.text);
};

/** Makes a {@link Tape}, which begins to run when its transport is first subscribed to. It reads the lines once, now. */
export const createTape = (lines: Iterable<string>, options: TapeOptions): Tape => {
  const { speed, from, isHurried } = options;
  const survey = surveyOf(lines);
  const news = createNews(survey);
  const begin = beginOf(survey, from);
  const clock = createTapeClock(speed, isHurried ? from : undefined);
  const openings = createOpenings(survey);
  const live = new Map<number, ReplayedSocket>();
  let state: 'New' | 'Running' | { readonly over: TransportError } = 'New';

  const end = (cause?: unknown): void => {
    if (typeof state === 'object') return;
    const over = overBy(cause);
    state = { over };
    news.end();
    for (const replayed of live.values()) replayed.lose(over);
    live.clear();
    for (const { subscriber } of openings.takeAll()) subscriber.error(over);
  };

  const stage: Stage = { survey, clock, openings, live, warn: news.warn, changed: () => player.move() };
  const player = createPlayer(stepsFrom(lines, survey, { begin, from }), {
    until: (step) => untilStep(stage, step),
    patience: (step) => patienceFor(stage, step),
    play: (step) => {
      play(stage, step);
      news.tell(step);
    },
    end,
  });
  const begun = (): void => {
    if (state !== 'New') return;
    state = 'Running';
    clock.start(begin);
  };
  const transport: Transport = (url) =>
    new Observable((subscriber) => {
      begun();
      if (typeof state === 'object') {
        subscriber.error(state.over);
        return;
      }
      const opening: Opening = { url, subscriber };
      openings.add(opening);
      subscriber.add(() => openings.remove(opening));
      player.move();
    });

  const stop = (): void => {
    player.stop();
    end();
  };
  const now = (): number => (state === 'New' ? begin : clock.now());
  const isIdle = (): boolean => live.size === 0 && openings.isEmpty();
  return { transport, ...news.streams, begin, end: survey.to, now, isIdle, stop };
};
