import { createColors } from 'picocolors';
import { printable } from '../printable.ts';
import type { Line, Style } from './line.ts';

/** Makes the text that a terminal is given of a line. */
export type Painter = (line: Line) => string;

/**
 * What paints lines, with the sixteen colours that every terminal has and its owner has chosen; without colours it
 * leaves the texts. No control character of a text comes through.
 */
export const painter = (isColoured: boolean): Painter => {
  const colours = createColors(isColoured);
  const styles: Readonly<Record<Style, (text: string) => string>> = {
    strong: colours.bold,
    faint: colours.dim,
    up: colours.green,
    down: colours.red,
    upBar: (text) => colours.dim(colours.green(text)),
    downBar: (text) => colours.dim(colours.red(text)),
    notice: colours.yellow,
    accent: colours.cyan,
  };
  return (line) =>
    line
      .map(([text, style]) => {
        const harmless = printable(text);
        return style === undefined ? harmless : styles[style](harmless);
      })
      .join('');
};
