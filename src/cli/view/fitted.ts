import stringWidth from 'string-width';
import { printable } from '../printable.ts';
import type { Line, Span } from './line.ts';

const segmenter = new Intl.Segmenter();

/** How many columns a text takes on a screen. */
export const widthOf = (text: string): number => stringWidth(printable(text));

/** The text in as many columns, blanks behind it; a longer one stays as it is. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The same with the blanks before it. */
export const aligned = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** As much of a text as fits, with an ellipsis where it was cut. */
const cut = (text: string, room: number): string => {
  if (stringWidth(text) <= room) return text;
  if (room < 1) return '';
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (stringWidth(kept + segment) >= room) break;
    kept += segment;
  }
  return `${kept}…`;
};

/**
 * As much of a line as there are columns for, every control character of its texts written as an escape. A wide
 * character counts two columns.
 *
 * @example
 * fitted([['BTCUSDT ', 'strong'], ['order book']], 12); // [['BTCUSDT ', 'strong'], ['ord…', undefined]]
 */
export const fitted = (line: Line, columns: number): Line => {
  const kept: Span[] = [];
  let room = columns;
  for (const [text, style] of line) {
    if (room <= 0) break;
    const shown = cut(printable(text), room);
    kept.push([shown, style]);
    room -= stringWidth(shown);
  }
  return kept;
};
