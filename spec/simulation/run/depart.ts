import { timer } from 'rxjs';
import type { Board } from '../board.ts';
import type { User } from '../user/user.ts';

/** How long what is left may take to be ended at the exchange, in milliseconds. */
const farewell = 500;

/** The streams that a user has left on, but for what may be. */
const leftOn = ({ tap, mayHold }: User): readonly string[] =>
  [...(tap.socket()?.streams.keys() ?? [])].filter((stream) => stream !== mayHold());

/** What has just been joined and left is on its way out. */
const isOnItsWay = (stream: string): boolean => /^(Level[12]|Ticker):[12]$/.test(stream);

/** All leave; whoever comes once more then begins at nothing, and nothing may be left on. */
export const depart = (board: Board, users: readonly User[], finish: () => void): void => {
  const check = (user: User, isHarmless: (stream: string) => boolean): void => {
    const left = leftOn(user);
    if (!left.every(isHarmless))
      board.breach('one subscription', `${user.name} leaves ${left.join(', ')} on`);
  };
  for (const user of users) user.leaveAll();
  timer(farewell).subscribe(() => {
    for (const user of users) {
      user.joinAnew();
      check(user, isOnItsWay);
    }
    timer(farewell).subscribe(() => {
      for (const user of users) check(user, () => false);
      finish();
    });
  });
};
