import { merge, type Observable, switchMap, take, tap, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import type { GatewayError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { abortable } from './aborted.ts';
import { ask, tell } from './question.ts';
import { refusedAsStranger } from './refusedAsStranger.ts';
import { timeLimit$ } from './timeLimit.ts';
import { type Use, withSocket } from './withSocket.ts';

/** What became of a question whose asker the exchange does not know any more. */
interface Forgotten {
  readonly refusal: GatewayError;
  readonly socket: Socket;
  readonly sequence: number;
  readonly askedAt: number;
}

/** Asks once more where there is a fresh login; else, and the second time, the refusal is true. */
const askAgain = <B>(
  connection: Connection,
  call: Call<B>,
  terms: Terms,
  { refusal, socket, sequence, askedAt }: Forgotten,
): Observable<B> => {
  const { relogin } = connection[inner];
  const again$ = withSocket<B>(
    connection,
    call,
    terms,
    (subscriber, present) =>
      subscriber.add(ask(present, call, terms, { askedAt }, (outcome) => tell(subscriber, outcome))),
    askedAt,
  ).pipe(tap(() => relogin.worked(socket, call.name)));
  const answer$ = relogin
    .after(socket, call.name, sequence)
    .pipe(switchMap((isFresh) => (isFresh ? again$ : throwError(() => refusal))));
  return merge(answer$, timeLimit$(call.name, terms, askedAt, true)).pipe(take(1));
};

/**
 * A call that changes nothing: each subscription asks anew, on the open socket or on the next one within the time
 * limit. Where the exchange has forgotten the login, the question is asked again after a fresh one, once.
 */
export const query = <B>(
  connection: Connection,
  call: Call<B>,
  terms: Terms,
  signal: AbortSignal | undefined,
): Observable<B> => {
  const use: Use<B> = (subscriber, socket, askedAt) =>
    subscriber.add(
      ask(socket, call, terms, { askedAt }, (outcome, sequence) => {
        const refusal = refusedAsStranger(outcome);
        if (refusal === undefined) tell(subscriber, outcome);
        else {
          const forgotten = { refusal, socket, sequence, askedAt };
          subscriber.add(askAgain(connection, call, terms, forgotten).subscribe(subscriber));
        }
      }),
    );
  if (signal === undefined) return withSocket(connection, call, terms, use);
  return abortable(call.name, signal, (onSent) =>
    withSocket(connection, call, terms, (...using) => {
      onSent();
      use(...using);
    }),
  );
};
