import { Observable, share, Subject, timer } from 'rxjs';
import { attachReader, begin } from './begin.ts';
import { createFolding } from './folding.ts';
import { endIfUnread, restart } from './group.ts';
import { forget, isRead, type Line, type Reader, readerOf } from './line.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import type { Shared } from './shared.ts';

/** A reader has come to a line: it is fed by what is under way, or that is begun for it. */
const admit = (shared: Shared, line: Line, reader: Reader): void => {
  const { phase, stream, group } = line;
  const socket = shared.inner.currentSocket();
  if (phase._tag === 'Off' && socket !== undefined) begin(shared, line, socket);
  else if (phase._tag !== 'Sent') return;
  // The exchange gives a snapshot only to whoever subscribes, and a new reading needs one of its own.
  else if (stream.hasSnapshot) restart(shared, group, phase.socket);
  else attachReader(shared, line, reader);
};

/** A reader has left. A stream that has begun and is read by nobody goes on until its whole group is ended. */
const dismiss = (shared: Shared, line: Line, reader: Reader): void => {
  const { group } = line;
  reader.attached?.unsubscribe();
  line.readers = line.readers.filter((other) => other !== reader);
  if (isRead(line) || group.lines.get(line.key) !== line) return;
  const hasBegun = line.phase._tag === 'Sent' && reader.folding.kept().status === 'live';
  if (!endIfUnread(shared, group) && !hasBegun) forget(line);
};

/** What had been in doubt of a line has worked. */
const heal = ({ histories, inner }: Shared, { key, phase, stream }: Line): void => {
  histories.heal(key);
  if (phase._tag === 'Sent') inner.relogin.worked(phase.socket, stream.name);
};

/** What a line tells in a reading in which nobody reads it so far. */
const newReader$ = (shared: Shared, line: Line, reading: Reading): Observable<Notice<unknown>> => {
  let consumers = new Subject<Notice<unknown>>();
  const notice$: Observable<Notice<unknown>> = new Observable<Notice<unknown>>((subscriber) => {
    const folding = createFolding(line, reading, {
      next: (notice) => {
        if (notice._tag === 'Begun') heal(shared, line);
        subscriber.next(notice);
      },
      complete: () => subscriber.complete(),
    });
    const reader: Reader = { folding, notice$, isObserved: () => consumers.observed };
    line.readers = [...line.readers, reader];
    subscriber.add(() => dismiss(shared, line, reader));
    admit(shared, line, reader);
  }).pipe(share({ connector: () => (consumers = new Subject()), resetOnRefCountZero: () => timer(0) }));
  return notice$;
};

/**
 * What a line tells in one reading: cold, and shared by all who read it so. The first begins the line where nobody has,
 * and the last ends it, unless somebody joins in the same turn.
 */
export const read$ = (shared: Shared, line: Line, reading: Reading): Observable<Notice<unknown>> =>
  readerOf(line, reading)?.notice$ ?? newReader$(shared, line, reading);
