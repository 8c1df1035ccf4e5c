import { InvalidRequest } from '../../errors.ts';
import type { Mismatch } from '../../mismatches.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import type { OrderBookOptions } from './bookOptions.ts';

/** An option that no compiler has looked at, what it should be, and whether it is that. */
type Look = readonly [path: string, expected: string, found: unknown, isRight: boolean];

const mismatchOf = ([path, expected, found]: Look): Mismatch => ({ path, expected, found: String(found) });

/** The options that a book cannot be watched by: a time that is none would have it compared always, or never. */
export const wrongOptions = ({
  audit = true,
  auditAfter = 1,
  locked = 'crossed',
  repairPause: { first = 0, longest = 0 } = {},
}: OrderBookOptions): InvalidRequest | undefined => {
  const pause = 'a number of 0 or more';
  const looks: readonly Look[] = [
    ['audit', 'a boolean', audit, typeof audit === 'boolean'],
    ['auditAfter', 'a number above 0', auditAfter, auditAfter > 0],
    ['locked', "'crossed' or 'fine'", locked, ['crossed', 'fine'].includes(locked)],
    ['repairPause.first', pause, first, first >= 0],
    ['repairPause.longest', pause, longest, longest >= 0],
  ];
  const wrong = looks.filter(([, , , isRight]) => !isRight);
  return wrong.length === 0 ? undefined : new InvalidRequest(SubscribeLevel2.name, wrong.map(mismatchOf));
};
