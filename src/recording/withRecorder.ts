import { defer, map, type Observable, tap } from 'rxjs';
import { type RecordingFailed, TransportError } from '../errors.ts';
import { redact } from '../redact.ts';
import { shownUrl } from '../transport/options.ts';
import type { Transport, Wire } from '../transport/transport.ts';
import type { CloseLine } from './line.ts';
import { createRecordingLog, type RecordingLog, type Sink } from './recordingLog.ts';

/** A {@link Transport} that writes down what passes through it. */
export interface RecordingTransport extends Transport {
  /**
   * Writes a note of yours between the messages, with the time: what was deployed, what you saw. Its secrets are taken out
   * by their names as those of messages are. A note before the first socket stands before the line that begins the recording.
   *
   * @param note Whatever JSON has a text for.
   */
  readonly mark: (name: string, note?: unknown) => void;
  /**
   * Emits once and completes where the sink has thrown, also for whoever subscribes later: the recording is over then, the
   * sockets go on. A sink that fails later, as a disk does, tells that itself.
   */
  readonly error$: Observable<RecordingFailed>;
}

/** What is known of a socket's end, so far. */
type Ending = Omit<CloseLine, 't' | 's' | 'dir'>;

const textOf = (message: string | Uint8Array): string =>
  typeof message === 'string' ? message : new TextDecoder().decode(message);

const lossOf = (error: unknown): Ending => {
  const why = redact(error instanceof Error ? error.message : String(error));
  if (!(error instanceof TransportError)) return { why };
  const { code, status, retryAfter, isFinal } = error;
  return {
    ...(code !== undefined && { code }),
    why,
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(isFinal && { isFinal }),
  };
};

/** The wire, which tells what is sent and how it is closed. Bound, as it may be an instance of a class. */
const tellingWire = (wire: Wire, sent: (text: string) => void, closing: (how: Ending) => void): Wire => ({
  message$: wire.message$,
  send: (text) => {
    sent(text);
    wire.send(text);
  },
  close: (code, reason) => {
    closing({ ...(code !== undefined && { code }), ...(reason !== undefined && { why: redact(reason) }) });
    wire.close(code, reason);
  },
  terminate: () => wire.terminate(),
  ...(wire.cause && { cause: () => wire.cause?.() }),
  ...(wire.heardAt && { heardAt: () => wire.heardAt?.() ?? 0 }),
});

/** One socket, with a line for all that happens on it. */
const recorded = (source: Observable<Wire>, s: number, url: string, log: RecordingLog): Observable<Wire> =>
  defer(() => {
    let isOver = false;
    let isOpen = false;
    let ours: Ending = {};
    const close = (how: Ending): void => {
      if (isOver) return;
      isOver = true;
      log.write({ s, dir: 'close', ...(!isOpen && { url }), ...how });
    };
    const closeByUs = (): void => close({ ...ours, ours: true });
    const message =
      (dir: 'in' | 'out') =>
      (text: string | Uint8Array): void => {
        if (!isOver && log.isOpen()) log.write({ s, dir, text: textOf(text) });
      };
    const listen = (wire: Wire): Wire => {
      isOpen = true;
      log.write({ s, dir: 'open', url });
      // Before whoever the wire is for, so that what comes in stands before what is sent because of it.
      wire.message$.subscribe(message('in'));
      return tellingWire(wire, message('out'), (how) => {
        ours = how;
      });
    };
    return source.pipe(
      tap({ error: (error: unknown) => close(lossOf(error)), complete: closeByUs, unsubscribe: closeByUs }),
      map(listen),
    );
  });

/**
 * A transport that does what another does and hands a sink a line of JSON for all that happens: a socket that opens or
 * closes, with the code and the reason; each message both ways; your own marks. A line has the time, the number of the
 * socket and the direction; `docs/guides/recordings.md` has the form. Passwords, keys, signatures, tokens and codes are
 * taken out before the sink sees a line. `replay` makes a transport of the lines again.
 *
 * Nothing waits for the sink and nothing fails by it: one that throws ends the recording, which `error$` tells. All
 * sockets of the transport, at one address or several, one after another or at a time, are in one recording. It begins
 * with the first socket; there is nothing to end, but the sink may have an end of its own.
 *
 * @param transport What opens the sockets.
 * @param sink Such as `lines.push`, or the `write` of a `fileSink` of `notbank-rx/recording/node`.
 *
 * @example
 * const lines: string[] = [];
 * const transport = withRecorder(webSocket(), (line) => lines.push(line));
 * const client = createClient({ transport });
 * transport.mark('deployed', { version: 7 });
 */
export const withRecorder = (transport: Transport, sink: Sink): RecordingTransport => {
  const log = createRecordingLog(sink);
  let sockets = 0;
  const recording: Transport = (url) =>
    defer(() => {
      const shown = shownUrl(url);
      log.begin(shown);
      return recorded(transport(url), (sockets += 1), shown, log);
    });
  return Object.assign(recording, {
    mark: (name: string, note?: unknown) =>
      log.write({ dir: 'mark', name, ...(note !== undefined && { note }) }),
    error$: log.error$,
  });
};
