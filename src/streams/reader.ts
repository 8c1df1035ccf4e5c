import { Observable, share, Subject, type Subscriber, Subscription, timer } from 'rxjs';
import { attachReader, begin, type Shared } from './begin.ts';
import { createFolding } from './folding.ts';
import { enter, type Line, type Reader } from './line.ts';
import type { Members } from './members.ts';
import type { Notice } from './notice.ts';
import type { Reading } from './reading.ts';

/** Begins a line that is on no socket. */
const start = (shared: Shared, { orphans, restart, onTrouble }: Members, line: Line): void => {
  const socket = shared.inner.currentSocket();
  if (socket === undefined) return;
  if (orphans.has(line.key)) restart(socket);
  else begin(shared, line, socket, onTrouble);
};

/** A reader has come to a line: it is fed by what is under way, or that is begun for it. */
const admit = (shared: Shared, members: Members, line: Line, reader: Reader): void => {
  const { orphans, restart, onTrouble } = members;
  const { hasSnapshot } = line.stream;
  const orphan = orphans.get(line.key);
  if (line.phase._tag === 'Off' && orphan !== undefined && !hasSnapshot) {
    orphans.delete(line.key);
    line.phase = { ...orphan, task: new Subscription() };
  }
  const { phase } = line;
  if (phase._tag === 'Off') start(shared, members, line);
  else if (phase._tag !== 'Sent') return;
  // The exchange gives a snapshot only to whoever subscribes, and a new reading needs one of its own.
  else if (hasSnapshot) restart(phase.socket);
  else attachReader(shared, line, reader, onTrouble);
};

/** A reader has left; what nobody reads is still sent until the whole group is ended. */
const dismiss = ({ lines, orphans, end }: Members, line: Line, reading: Reading): void => {
  line.readers.get(reading)?.attached?.unsubscribe();
  line.readers.delete(reading);
  if (line.readers.size > 0 || lines.get(line.key) !== line) return;
  lines.delete(line.key);
  const { phase } = line;
  if (phase._tag === 'Sent') orphans.set(line.key, phase);
  enter(line, { _tag: 'Off' });
  if (lines.size === 0) end();
};

/** What had been in doubt of a line has worked. */
const heal = ({ histories, inner }: Shared, { key, phase, stream }: Line): void => {
  histories.heal(key);
  if (phase._tag === 'Sent') inner.relogin.worked(phase.socket, stream.name);
};

/**
 * What a line tells in one reading: cold, and shared by all who read it so. The first begins the line where nobody has,
 * and the last ends it, unless somebody joins in the same turn.
 */
export const read$ = (
  shared: Shared,
  members: Members,
  line: Line,
  reading: Reading,
): Observable<Notice<unknown>> => {
  const of = { stream: () => line.stream, isFollowed: () => line.followers > 0 };
  let consumers = new Subject<Notice<unknown>>();
  const sinkOf = (subscriber: Subscriber<Notice<unknown>>) => ({
    next: (notice: Notice<unknown>): void => {
      if (notice._tag === 'Begun') heal(shared, line);
      subscriber.next(notice);
    },
    complete: () => subscriber.complete(),
  });
  return new Observable<Notice<unknown>>((subscriber) => {
    const folding = createFolding(of, reading, sinkOf(subscriber));
    const reader: Reader = { folding, isObserved: () => consumers.observed };
    line.readers.set(reading, reader);
    subscriber.add(() => dismiss(members, line, reading));
    admit(shared, members, line, reader);
  }).pipe(share({ connector: () => (consumers = new Subject()), resetOnRefCountZero: () => timer(0) }));
};
