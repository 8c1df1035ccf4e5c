import { defer, map, type Observable, tap } from 'rxjs';
import { type RecordingFailed, TransportError } from '../errors.ts';
import { redact } from '../redact.ts';
import { saidBy } from '../thrown.ts';
import { shownUrl } from '../transport/shownUrl.ts';
import type { Transport, Wire } from '../transport/transport.ts';
import type { CloseLine } from './line.ts';
import { createRecordingLog, type RecordingLog, type Sink } from './recordingLog.ts';

/** A {@link Transport} that records all messages. */
export interface RecordingTransport extends Transport {
  /**
   * Writes a note of your own between the messages, with the time, such as a deployment. Its secrets are removed, as
   * those of messages are. A note before the first socket comes before the line that starts the recording.
   *
   * @param note Any JSON value.
   */
  readonly mark: (name: string, note?: unknown) => void;
  /**
   * Emits once and completes when the sink has thrown, also for later subscribers. The recording is then over; the
   * sockets continue. A sink that fails later, such as a disk, has to report that itself.
   */
  readonly error$: Observable<RecordingFailed>;
}

/** What is known of a socket's end, so far. */
type Ending = Omit<CloseLine, 't' | 's' | 'dir'>;

const textOf = (message: string | Uint8Array): string =>
  typeof message === 'string' ? message : new TextDecoder().decode(message);

const lossOf = (error: unknown): Ending => {
  const why = redact(saidBy(error));
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
      wire.message$.subscribe({ next: message('in'), error: () => undefined });
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
 * Wraps a transport and passes every event on it to a sink, as a line of JSON: a socket that opens or closes, with code
 * and reason; each message in both directions; your own marks. A line has the time, the number of the socket and the
 * direction; `docs/guides/recordings.md` documents the format. Passwords, keys, signatures, tokens and codes are
 * removed before the sink gets a line. `replay` turns the lines back into a transport.
 *
 * The connection never waits for the sink, and no error of the sink affects it: a sink that throws ends the recording,
 * and `error$` emits. One recording contains all sockets of the transport, to one or several addresses, one after
 * another or at the same time. It starts with the first socket and needs no end; close the sink if it has to be closed.
 *
 * @param transport What opens the sockets.
 * @param sink For example the `write` of a `fileSink` of `notbank-rx/recording/node`.
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
