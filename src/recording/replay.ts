import type { Observable } from 'rxjs';
import { checkOptions, type Shape, type ShapesOf } from '../misfits.ts';
import type { Transport } from '../transport/transport.ts';
import { aTimeOfDay, createTape, type Progress } from './tape.ts';
import type { ReplayWarning } from './warning.ts';

export type { Progress };

/** Options of {@link replay}. */
export interface ReplayOptions {
  /** The speed: 60 plays an hour in a minute. A number above 0. @default 1 */
  readonly speed?: number;
  /**
   * Where to start, in milliseconds since 1970. The replay starts earlier, where the sockets that are open at `from`
   * were opened, so that books and accounts are complete, and plays up to `from` without waiting. Sockets that ended
   * before `from` are left out. Values that depend on elapsed time are wrong until that much time has passed.
   *
   * @default the beginning
   */
  readonly from?: number;
}

/** A {@link Transport} that plays a recording. */
export interface Replay extends Transport {
  /** How far it has played: the last line at once, then every line; it completes at the end. */
  readonly progress$: Observable<Progress>;
  /**
   * Problems of the recording, and each call that it has no answer to: all so far at once, then every new one; it
   * completes at the end.
   */
  readonly warning$: Observable<ReplayWarning>;
}

const aSpeed: Shape = {
  expected: 'a finite number above 0 (for virtual time, call replayVirtually(lines, strategy))',
  is: (u) => typeof u === 'number' && u > 0 && Number.isFinite(u),
};
const shapes: ShapesOf<ReplayOptions> = { speed: aSpeed, from: aTimeOfDay };

/**
 * A transport that plays a recording of `withRecorder` as if it were the exchange. A client that uses it opens the
 * recorded sockets one after another, receives the recorded messages at the recorded times, and loses its connection
 * where the recording did. For virtual time, in which a day takes seconds, use {@link replayVirtually}.
 *
 * A request gets the recorded reply to the same request: the same name and payload, with keys in any order. Sequence
 * numbers are rewritten. A client order id may differ from the recorded one: from the first request with it, the two
 * are exchanged in both directions. Logins are matched by name only, so any credentials work. Unsubscribes and pings
 * are always answered.
 *
 * A request sent early is answered at the recorded time; a late one at once. The replay waits up to a second for the
 * client to subscribe to a recorded stream, and without limit for the client to open a socket.
 *
 * A request that is not recorded is refused, and emitted on `warning$`. It fails with a `GatewayError` of code 104
 * whose `errormsg` is `Not recorded` (see {@link isNotRecorded}); `detail` says what the recording has instead. This
 * also applies to a request made more than five seconds before its recorded time, and to a subscribe made more than a
 * second after it, when events have already been missed.
 *
 * The lines are read once when this is called, and again while it plays. An iterable that can be read only once, such
 * as a generator, is kept in memory. Broken lines are skipped and emitted on `warning$`, so a file whose last line was
 * cut off plays up to there. The clock of the recording starts when a client first opens a socket. At the end the
 * connection is lost for good: a client closes with the cause `The recording is over.` A replay can be used once; call
 * `replay` again to play the recording again.
 *
 * @param lines The lines of the recording, without line feeds: an array, or what `readRecording` of
 *   `notbank-rx/recording/node` returns.
 * @throws RangeError if `speed` is not a number above 0, `from` is no time, or there is no such option. Errors from
 *   reading the lines are thrown unchanged.
 *
 * @example
 * const lines: string[] = [];
 * createClient({ transport: withRecorder(webSocket(), (line) => lines.push(line)) });
 * // later
 * const client = createClient({ transport: replay(lines, { speed: 60 }) });
 */
export const replay = (lines: Iterable<string>, options: ReplayOptions = {}): Replay => {
  checkOptions('replay', options, shapes);
  const { speed = 1, from } = options;
  const tape = createTape(lines, { speed, ...(from !== undefined && { from }), isHurried: true });
  const { transport, progress$, warning$ } = tape;
  const player: Transport = (url) => transport(url);
  return Object.assign(player, { progress$, warning$ });
};
