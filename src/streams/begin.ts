import * as E from 'fp-ts/lib/Either.js';
import {
  concat,
  defer,
  EMPTY,
  ignoreElements,
  type Observable,
  ReplaySubject,
  Subject,
  Subscription,
  timer,
} from 'rxjs';
import { type ClientError, ConnectionLost } from '../errors.ts';
import type { Frame } from '../frame.ts';
import { exchange } from '../requests/exchange.ts';
import type { Socket } from '../socket.ts';
import { attach$ } from './attach.ts';
import { left$ } from './leave.ts';
import { enter, isUnderWayOn, type Line, type Reader } from './line.ts';
import type { Shared } from './shared.ts';
import { heldBackFor } from './trouble.ts';
import type { Turn } from './turns.ts';

/** Feeds one reader of a line that has been subscribed to. */
export const attachReader = ({ inner, onTrouble }: Shared, line: Line, reader: Reader): void => {
  const { phase, stream } = line;
  if (phase._tag !== 'Sent') return;
  const place = { socket: phase.socket, terms: inner, line };
  reader.attached?.unsubscribe();
  reader.attached = attach$(stream, reader.folding, place, phase.reply$).subscribe((trouble) =>
    onTrouble(line, trouble),
  );
  phase.task.add(reader.attached);
};

/** Subscribes at the exchange, once all readers listen. */
const send = (shared: Shared, line: Line, socket: Socket, turn: Turn): void => {
  const { inner, onTrouble } = shared;
  if (line.phase._tag !== 'Queued') return;
  const { task } = line.phase;
  // A snapshot is for those who have asked for it, and would be kept for nobody.
  const reply$ = line.stream.hasSnapshot ? new Subject<Frame>() : new ReplaySubject<Frame>(1);
  line.phase = { _tag: 'Sent', socket, task, reply$, unsubscribe: line.stream.unsubscribe };
  for (const reader of line.readers) attachReader(shared, line, reader);
  // A topic may throw when it begins to listen.
  if (task.closed) return;
  task.add(
    exchange(socket, { ...line.stream.subscribe, decode: E.right }, inner, {
      type: inner.subscribeWith.subscribe,
    }).subscribe({
      next: (frame) => {
        turn.answered();
        reply$.next(frame);
        reply$.complete();
      },
      error: (error: unknown) => {
        // A lost socket ends nothing but itself: the stream is begun again on the next.
        if (!(error instanceof ConnectionLost))
          onTrouble(line, { _tag: 'NotBegun', error: error as ClientError });
      },
    }),
  );
};

/** A stream whose begin has ended one socket after another is held back, so that the others live. */
const heldBack$ = ({ inner, turns }: Shared, line: Line): Observable<never> =>
  defer(() => {
    const losses = turns.lossesOf(line.key);
    const delay = heldBackFor(losses);
    if (delay === 0) return EMPTY;
    const why = `${losses} sockets in a row were lost while it was being begun; it is held back for ${delay} ms`;
    const cause = new ConnectionLost(line.stream.name, false, why);
    inner.report(cause);
    // To a listener who has had nothing it is an error. Told to whoever comes next, it would keep all from beginning.
    const isNews = turns.isNews(line.key);
    for (const { folding } of line.readers) if (isNews || folding.kept().epoch > 0) folding.setBack(cause);
    return timer(delay).pipe(ignoreElements());
  });

/** Begins a line on this socket when its turn has come, unless it is under way there. */
export const begin = (shared: Shared, line: Line, socket: Socket): void => {
  if (isUnderWayOn(line, socket)) return;
  const { key, stream } = line;
  const task = new Subscription();
  enter(line, { _tag: 'Queued', socket, task });
  task.add(
    concat(
      left$(socket, stream.group),
      heldBack$(shared, line),
      shared.turns.turn$({ key, importance: stream.importance }),
    ).subscribe((turn) => send(shared, line, socket, turn)),
  );
};
