import { defer, finalize, type Observable, ReplaySubject } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { inner, type Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { ConnectionLost, LateReply, RequestTimeout } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { abortable } from './aborted.ts';
import { ask, type Outcome, tell } from './question.ts';
import { idsIn } from './idsIn.ts';
import { refusedAsStranger } from './refusedAsStranger.ts';
import { type Use, withSocket } from './withSocket.ts';

/** Whether a later subscription sends: where nothing has left, and where a repeatable command has not succeeded. */
const maySendAgain = ({ isRepeatable }: Call<unknown>, outcome: Outcome<unknown>): boolean =>
  outcome._tag === 'Left' &&
  (isRepeatable === true || (outcome.left instanceof ConnectionLost && !outcome.left.sent));

const isAnswer = (outcome: Outcome<unknown>): boolean =>
  outcome._tag === 'Right' ||
  !(outcome.left instanceof ConnectionLost || outcome.left instanceof RequestTimeout);

/** A refusal brings a fresh login, not the command again: it may have been meant. */
const learn = (
  connection: Connection,
  socket: Socket,
  { name }: Call<unknown>,
  outcome: Outcome<unknown>,
  sequence: number,
): void => {
  const { relogin } = connection[inner];
  if (refusedAsStranger(outcome) !== undefined) void relogin.after(socket, name, sequence);
  else if (outcome._tag === 'Right') relogin.worked(socket, name);
};

/**
 * A call that changes something: all subscriptions share one sending and its outcome. Only after an outcome that left
 * nothing sent, or that was none of success to a repeatable call, does the next one send again. An answer that finds no
 * subscriber is reported as a `LateReply`, and kept for those who come later.
 */
export const command = <B>(
  connection: Connection,
  call: Call<B>,
  terms: Terms,
  signal: AbortSignal | undefined,
): Observable<B> => {
  let sent: ReplaySubject<B> | undefined;
  let leftAt = 0;

  const settle = (outcome$: ReplaySubject<B>, outcome: Outcome<B>, sequence: number): void => {
    if (maySendAgain(call, outcome)) sent = undefined;
    if (!outcome$.observed && isAnswer(outcome)) {
      const late = monotonicNow() - leftAt;
      terms.report(new LateReply(call.name, { sequence, ids: idsIn(call), late }, outcome));
    }
    tell(outcome$, outcome);
  };

  const send: Use<B> = (subscriber, socket, askedAt) => {
    const outcome$ = new ReplaySubject<B>(1);
    sent = outcome$;
    // Whoever sends listens first: the answer may come at once.
    subscriber.add(outcome$.subscribe(subscriber));
    ask(socket, call, terms, { askedAt }, (outcome, sequence) => {
      learn(connection, socket, call, outcome, sequence);
      settle(outcome$, outcome, sequence);
    });
  };

  const join = (onSent: () => void): Observable<B> =>
    defer(() => {
      if (sent !== undefined) {
        onSent();
        return sent;
      }
      return withSocket<B>(connection, call, terms, (subscriber, socket, askedAt) => {
        onSent();
        if (sent === undefined) send(subscriber, socket, askedAt);
        else subscriber.add(sent.subscribe(subscriber));
      });
    });

  return abortable(call.name, signal, join).pipe(
    finalize(() => {
      leftAt = monotonicNow();
    }),
  );
};
