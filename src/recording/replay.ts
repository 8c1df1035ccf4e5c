import type { Observable } from 'rxjs';
import type { Transport } from '../transport/transport.ts';
import { createTape, type Progress, type TapeOptions } from './tape.ts';
import type { ReplayWarning } from './warning.ts';

export type { Progress };

/** How {@link replay} plays a recording. */
export interface ReplayOptions {
  /** How many times as fast as it was recorded: 60 plays an hour in a minute. A number above 0. @default 1 */
  readonly speed?: number;
  /**
   * Where to begin, in milliseconds since 1970. The replay goes back to where the sockets that were open then had opened, so
   * that books and accounts are whole, and passes what lies between without waiting. Sockets that were over by then are
   * left out. What is reckoned by elapsed time is off until as much time has passed.
   *
   * @default the beginning
   */
  readonly from?: number;
}

/** A {@link Transport} that plays a recording. */
export interface Replay extends Transport {
  /** How far it has come: the last line that was played at once, then every one; it completes at the end. */
  readonly progress$: Observable<Progress>;
  /**
   * What is amiss with the recording, and each call it has no answer to: all so far at once, then every one; it completes
   * at the end.
   */
  readonly warning$: Observable<ReplayWarning>;
}

const settled = ({ speed = 1, from }: ReplayOptions): TapeOptions => {
  if (!(speed > 0 && Number.isFinite(speed))) {
    const virtual = ' (for virtual time, call replayVirtually(lines, strategy))';
    throw new RangeError(
      `speed should be a number above 0 but is ${speed}${String(speed) === 'virtual' ? virtual : ''}`,
    );
  }
  return { speed, ...(from !== undefined && { from }), isHurried: true };
};

/**
 * A transport that plays a recording of `withRecorder` as if it were the exchange. A client over it opens the recorded
 * sockets one after another, gets the recorded messages at the recorded times, and loses its connection where the recording
 * did. For virtual time, where a day passes in seconds, take {@link replayVirtually}.
 *
 * A request is answered with what the recording answers the same request: the same name and payload, in whatever order the
 * keys are, the sequence numbers rewritten. A client order id need not be the recorded one: the client's stands for it from
 * the first request that names it, in both directions. A login is matched by its name alone, so any credentials log in. Asked early, it
 * waits for the recorded time; asked late, it is answered at once. The recording waits up to a second for a stream that it
 * began and the client has not, and without a limit for a client that is still to open a socket. What ends a stream, and a
 * ping, is always answered.
 *
 * What is not recorded is refused, and told on `warning$`: the call fails with a `GatewayError` of code 104 whose
 * `errormsg` is `Not recorded` (see {@link isNotRecorded}) and whose `detail` says what the recording has instead. That
 * goes for a call that the recording makes more than five seconds later, and for a stream whose begin is past by more than
 * the second, where events have gone by.
 *
 * The lines are read once when this is called, to know what is in them, and again while it plays; what can be read only
 * once, such as a generator, is kept in memory. Lines that are broken are passed over and told on `warning$`, so a file whose
 * last line was cut off plays to the last whole one. The clock of the recording starts when the first client opens a
 * socket. At the end the connection is lost for good: a client closes with `The recording is over.` as the cause. One
 * recording plays once; call it again for another time.
 *
 * @param lines The lines of the recording, without line feeds, such as an array or what `readRecording` of
 * `notbank-rx/recording/node` returns.
 * @throws RangeError where `speed` is no number above 0; and whatever the lines throw when they are read.
 *
 * @example
 * const lines: string[] = [];
 * createClient({ transport: withRecorder(webSocket(), (line) => lines.push(line)) });
 * // later
 * const client = createClient({ transport: replay(lines, { speed: 60 }) });
 */
export const replay = (lines: Iterable<string>, options: ReplayOptions = {}): Replay => {
  const { transport, progress$, warning$ } = createTape(lines, settled(options));
  const player: Transport = (url) => transport(url);
  return Object.assign(player, { progress$, warning$ });
};
