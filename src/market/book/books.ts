import type { TextsAt } from '../../book/ExactLevel.ts';
import type { Level } from '../../book/Level.ts';
import { entryOf } from '../../entry.ts';
import type { Reading } from '../../streams/reading.ts';
import { type Books, createBooks } from './bookEngine.ts';
import { plainBook } from './bookReading.ts';
import { exactBookBy } from './exactBook.ts';

/** The books that are read in doubles, of all connections. */
export const plainBooks: Books<Level> = createBooks(plainBook);

const exactBooks = new WeakMap<Reading, Books<TextsAt>>();

/** The books that are read by an exact reading, of all connections. */
export const exactBooksOf = (reading: Reading): Books<TextsAt> =>
  entryOf(exactBooks, reading, () => createBooks(exactBookBy(reading)));
