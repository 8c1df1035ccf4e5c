import { Subscription } from 'rxjs';
import { enter, type Line, type Sent } from './line.ts';
import type { Shared } from './shared.ts';

/**
 * Has a refusal to begin believed only after a fresh login, where there is one to be had: the exchange may have
 * forgotten on an open socket who asks. Meanwhile the line waits.
 *
 * @param settle Told whether there is a fresh login, with which the line may be begun again.
 */
export const withFreshLogin = (
  { inner: { relogin } }: Pick<Shared, 'inner'>,
  line: Line,
  { socket }: Sent,
  settle: (isFresh: boolean) => void,
): void => {
  const task = new Subscription();
  enter(line, { _tag: 'Waiting', task });
  // By number it is not known whether the begin went out before a login that is done: then there is one more.
  task.add(relogin.after(socket, line.stream.name, Infinity).subscribe(settle));
};
