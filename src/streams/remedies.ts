import { Subscription, timer } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { attachReader, begin, type OnTrouble, type Shared } from './begin.ts';
import { withFreshLogin } from './freshLogin.ts';
import { enter, forEachReader, isObserved, type Line, type Sent } from './line.ts';
import { isLeftBehind, isStillSent, type Remedy, remedyFor, type Trouble } from './trouble.ts';

/** What the remedies need of the group that the line is one of. */
export interface Mates {
  /** Ends the whole group at the exchange, with these calls too, and begins all of it that is not waiting afresh. */
  readonly restart: (socket: Socket, more?: readonly Call<unknown>[]) => void;
  /** Takes a line out, for good. */
  readonly remove: (line: Line, socket: Socket, isStillSent: boolean) => void;
}

type Found<T extends Remedy['_tag']> = Extract<Remedy, { readonly _tag: T }>;

/** Makes what does something about each {@link Trouble}, by what {@link remedyFor} says. */
export const createRemedies = (shared: Shared, { restart, remove }: Mates): OnTrouble => {
  const { inner, histories } = shared;

  const giveUp = (line: Line, socket: Socket, trouble: Trouble): void => {
    const readers = [...line.readers.values()];
    remove(line, socket, isStillSent(trouble));
    for (const { folding } of readers) folding.fail(trouble.error);
  };

  /** Who has been told by an error of its own needs no report. */
  const setBack = (line: Line, { _tag, error }: Trouble): void => {
    forEachReader(line, ({ folding }) => folding.setBack(error));
    if (!isObserved(line)) forEachReader(line, ({ folding }) => folding.complete());
    else if (_tag === 'NotBegun') inner.report(error);
  };

  const beginAgain = (line: Line): void => {
    enter(line, { _tag: 'Off' });
    const current = inner.currentSocket();
    if (current !== undefined) begin(shared, line, current, onTrouble);
  };

  const tryAgain = (line: Line, sent: Sent, trouble: Trouble, { delay }: Found<'TryAgain'>): void => {
    const task = new Subscription();
    enter(line, { _tag: 'Waiting', task });
    task.add(timer(delay).subscribe(() => beginAgain(line)));
    if (isStillSent(trouble)) restart(sent.socket, [sent.unsubscribe]);
    setBack(line, trouble);
  };

  /** A stream that is only "on" is not ended for it, as events would be lost: it is asked for its state again. */
  const renew = (line: Line, socket: Socket, trouble: Trouble, { delay }: Found<'Renew'>): void => {
    const { phase } = line;
    const freshStart = (): void => {
      if (line.stream.hasSnapshot) restart(socket);
      else forEachReader(line, (reader) => attachReader(shared, line, reader, onTrouble));
    };
    if (!isLeftBehind(trouble)) setBack(line, trouble);
    if (line.phase !== phase) return;
    if (delay === 0 || !('task' in phase)) freshStart();
    else phase.task.add(timer(delay).subscribe(freshStart));
  };

  const remedy = (line: Line, sent: Sent, trouble: Trouble): void => {
    inner.pacer?.heed(trouble.error);
    const found = remedyFor(trouble, histories.of(line.key), monotonicNow());
    if (found._tag === 'GiveUp') {
      giveUp(line, sent.socket, trouble);
      return;
    }
    histories.set(line.key, found.history);
    if (found._tag === 'TryAgain') tryAgain(line, sent, trouble, found);
    else renew(line, sent.socket, trouble, found);
  };

  const onTrouble = withFreshLogin(inner, beginAgain, remedy);
  return onTrouble;
};
