import { aligned, padded, widthOf } from './fitted.ts';
import type { Line, Span } from './line.ts';

/** To which side the texts of a column stand. */
export type Alignment = 'left' | 'right';

const gap: Span = ['  '];

/**
 * Rows in columns as wide as their widest text, two blanks between them.
 *
 * @param alignments one a column; what lies beyond stands left
 */
export const table = (rows: readonly Line[], alignments: readonly Alignment[]): readonly Line[] => {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at]?.[0] ?? ''))),
  );
  const cell = ([text, style]: Span, at: number): Span => {
    const place = alignments[at] === 'right' ? aligned : padded;
    return [place(text, widths[at] ?? 0), style];
  };
  return rows.map((row) => row.flatMap((span, at) => (at === 0 ? [cell(span, at)] : [gap, cell(span, at)])));
};
