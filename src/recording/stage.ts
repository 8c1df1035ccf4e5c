import type { TransportError } from '../errors.ts';
import { createOpenings, type Openings } from './openings.ts';
import { createOwnIds, type OwnIds } from './ownIds.ts';
import type { Playing } from './player.ts';
import { createReplayedSocket, lossIn, type ReplayedSocket } from './replayedSocket.ts';
import type { EndStep, OpenStep, Step } from './steps.ts';
import type { Survey } from './survey.ts';
import type { TapeClock } from './tapeClock.ts';
import type { ReplayWarning } from './warning.ts';

/** How long a recording waits for a client that is late, in milliseconds. */
const patience = 1_000;

/** What a {@link Stage} is made of. */
interface Setting {
  readonly survey: Survey;
  readonly clock: TapeClock;
  readonly warn: (warning: ReplayWarning) => void;
  /** A client has done something that the recording may wait for. */
  readonly changed: () => void;
}

/** Where a recording and its clients meet. */
export interface Stage extends Setting {
  /** The clients that wait for a socket. */
  readonly openings: Openings;
  /** The sockets that clients have, by their number in the recording. */
  readonly live: Map<number, ReplayedSocket>;
  readonly ids: OwnIds;
}

/** Makes a {@link Stage} that nobody has entered. */
export const createStage = (setting: Setting): Stage => ({
  ...setting,
  openings: createOpenings(setting.survey),
  live: new Map(),
  ids: createOwnIds(),
});

/** Whether no client has a socket, or waits for one. */
export const isIdle = ({ live, openings }: Stage): boolean => live.size === 0 && openings.isEmpty();

const nothingAsked = { byKey: new Map(), bySequence: new Map(), payloads: new Map() } as const;

/** Opens a socket of the recording for the client that waits for it; where none does, the socket is passed over. */
const open = (stage: Stage, { socket, t }: OpenStep): void => {
  const { survey, clock, openings, live, ids, warn, changed } = stage;
  const opening = openings.take(socket);
  if (opening === undefined) return;
  // While nobody listened there was nothing to be late for.
  if (live.size === 0) clock.turnBack(t);
  const { subscriber } = opening;
  const replayed = createReplayedSocket({
    asked: survey.sockets.get(socket) ?? nothingAsked,
    ...{ ids, subscriber, changed, now: clock.now },
    left: () => {
      live.delete(socket);
      changed();
    },
    notRecorded: ({ name }, message) => warn({ _tag: 'NotRecorded', call: name, at: clock.now(), message }),
  });
  live.set(socket, replayed);
  subscriber.next(replayed.wire);
};

/** Ends a socket as the recording does, or has its opening fail. */
const endSocket = ({ live, openings }: Stage, { _tag, socket, how }: EndStep): void => {
  const replayed = live.get(socket);
  live.delete(socket);
  if (_tag === 'Close') replayed?.lose(lossIn(how));
  else openings.take(socket)?.subscriber.error(lossIn(how));
};

/** Whether a step is what a client brings about: it asked for a stream, or closed. The end is nobody's. */
const isAhead = ({ live, survey }: Stage, step: Step): boolean => {
  const replayed = step._tag === 'Note' ? undefined : live.get(step.socket);
  if (step._tag === 'In') return replayed?.isEarly(step.text) === true;
  return (
    step._tag === 'Close' && step.how.ours === true && replayed !== undefined && step.line < survey.lastLine
  );
};

const isOpening = (step: Step): step is OpenStep | EndStep => step._tag === 'Open' || step._tag === 'Refused';

/** How long a step waits for the client; what nobody would hear waits for one. */
const patienceFor = (stage: Stage, step: Step): number => {
  if (isIdle(stage)) return Infinity;
  const isEarly = isOpening(step) ? !stage.openings.has(step.socket) : isAhead(stage, step);
  return isEarly ? patience : 0;
};

/** How long a step waits for its time; on the way to the next socket nothing does. */
const untilStep = ({ clock, live }: Stage, step: Step): number =>
  live.size === 0 && !isOpening(step) ? 0 : clock.until(step.t);

const play = (stage: Stage, step: Step): void => {
  stage.clock.reach(step.t);
  if (step._tag === 'Open') open(stage, step);
  else if (step._tag === 'In') stage.live.get(step.socket)?.hear(step.text);
  else if (step._tag === 'Close' || step._tag === 'Refused') endSocket(stage, step);
};

/** Plays steps on a stage. */
export const playingOn = (stage: Stage, tell: (step: Step) => void): Omit<Playing<Step>, 'end'> => ({
  until: (step) => untilStep(stage, step),
  patience: (step) => patienceFor(stage, step),
  play: (step) => {
    play(stage, step);
    tell(step);
  },
});

/** Tells all clients that there is no more. */
export const endAll = ({ live, openings }: Stage, over: TransportError): void => {
  for (const replayed of live.values()) replayed.lose(over);
  live.clear();
  for (const { subscriber } of openings.takeAll()) subscriber.error(over);
};
