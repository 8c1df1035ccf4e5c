import type { Line } from './line.ts';

/** Spans as one line, two blanks between them; those without text are left out. */
export const joined = (spans: Line): Line =>
  spans.filter(([text]) => text !== '').flatMap((span, at): Line => (at === 0 ? [span] : [['  '], span]));
