import type { AuditReading, Compared } from '../../book/audit.ts';
import { type TextsAt, textsOf } from '../../book/ExactLevel.ts';
import { allAt } from '../../book/twins.ts';
import { compareScaled, textOf } from '../../codec/scalars/scaled.ts';
import type { Reading } from '../../streams/reading.ts';
import { newestExactlyOf } from '../../topics/keptBook.ts';
import { SubscribeLevel2 } from '../../topics/SubscribeLevel2.ts';
import type { BookReading } from './bookReading.ts';

/** Of prices that share a double the best one of a side counts. */
const bestAt = (there: TextsAt, side: 'bids' | 'asks') => {
  const all = allAt(there);
  return side === 'asks' ? all[0] : all[all.length - 1];
};

const compare = (bid: TextsAt, ask: TextsAt): number => {
  const [best, other] = [bestAt(bid, 'bids'), bestAt(ask, 'asks')];
  return best === undefined || other === undefined ? -1 : compareScaled(best.at(), other.at());
};

const comparedAt = (there: TextsAt): readonly Compared[] =>
  allAt(there).map(({ price, at, amount }) => ({
    at: Number(price),
    price: textOf(at()),
    quantity: textOf(amount()),
  }));

const inDigits: AuditReading<TextsAt> = { place: textsOf, compared: comparedAt };

/** To the last digit, read by an exact reading of the topic. */
export const exactBookBy = (reading: Reading): BookReading<TextsAt> => ({
  topic: { ...SubscribeLevel2, reading },
  newest: newestExactlyOf,
  compare,
  audit: inDigits,
});
