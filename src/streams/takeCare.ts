import { Subscription, timer } from 'rxjs';
import { monotonicNow } from '../clock.ts';
import { attachReader, begin } from './begin.ts';
import { withFreshLogin } from './withFreshLogin.ts';
import { remove, restart } from './group.ts';
import { enter, forget, isObserved, isRead, type Line, type Sent } from './line.ts';
import type { Shared } from './shared.ts';
import { isLeftBehind, isRefusal, isStillSent, type Remedy, remedyFor, type Trouble } from './trouble.ts';

type Found<T extends Remedy['_tag']> = Extract<Remedy, { readonly _tag: T }>;

const giveUp = (shared: Shared, line: Line, socket: Sent['socket'], trouble: Trouble): void => {
  const { readers } = line;
  remove(shared, line, socket, isStillSent(trouble));
  for (const { folding } of readers) folding.fail(trouble.error);
};

/** Who has been told by an error of its own needs no report. */
const setBack = ({ inner }: Shared, line: Line, { _tag, error }: Trouble): void => {
  for (const { folding } of line.readers) folding.setBack(error);
  if (!isObserved(line)) for (const { folding } of line.readers) folding.complete();
  else if (_tag === 'NotBegun') inner.report(error);
};

const beginAgain = (shared: Shared, line: Line): void => {
  enter(line, { _tag: 'Off' });
  const current = shared.inner.currentSocket();
  if (current !== undefined) begin(shared, line, current);
};

const tryAgain = (
  shared: Shared,
  line: Line,
  sent: Sent,
  trouble: Trouble,
  { delay }: Found<'TryAgain'>,
): void => {
  const task = new Subscription();
  enter(line, { _tag: 'Waiting', task });
  task.add(timer(delay).subscribe(() => beginAgain(shared, line)));
  if (isStillSent(trouble)) restart(shared, line.group, sent.socket, [sent.unsubscribe]);
  setBack(shared, line, trouble);
};

/** A stream that is only "on" is not ended for it, as events would be lost: it is asked for its state again. */
const renew = (shared: Shared, line: Line, sent: Sent, trouble: Trouble, { delay }: Found<'Renew'>): void => {
  const freshStart = (): void => {
    if (line.stream.hasSnapshot) restart(shared, line.group, sent.socket);
    else for (const reader of line.readers) attachReader(shared, line, reader);
  };
  if (!isLeftBehind(trouble)) setBack(shared, line, trouble);
  if (line.phase !== sent) return;
  if (delay === 0) freshStart();
  else sent.task.add(timer(delay).subscribe(freshStart));
};

const remedy = (shared: Shared, line: Line, sent: Sent, trouble: Trouble): void => {
  const { inner, histories } = shared;
  inner.pacer?.heed(trouble.error);
  const found = remedyFor(trouble, histories.of(line.key), monotonicNow());
  if (found._tag === 'GiveUp') {
    giveUp(shared, line, sent.socket, trouble);
    return;
  }
  histories.set(line.key, found.history);
  if (found._tag === 'TryAgain') tryAgain(shared, line, sent, trouble, found);
  else renew(shared, line, sent, trouble, found);
};

/** Does something about what a line that is sent runs into: by what {@link remedyFor} says, once the login is sure. */
export const takeCare = (shared: Shared, line: Line, trouble: Trouble): void => {
  const { phase } = line;
  if (phase._tag !== 'Sent') return;
  if (!isRead(line)) forget(line);
  else if (trouble._tag !== 'NotBegun' || !isRefusal(trouble)) remedy(shared, line, phase, trouble);
  else
    withFreshLogin(shared, line, phase, (isFresh) => {
      if (isFresh) beginAgain(shared, line);
      else remedy(shared, line, phase, trouble);
    });
};
