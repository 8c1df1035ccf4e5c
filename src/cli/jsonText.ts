import { stringify } from 'lossless-json';
import { printableLines } from './printable.ts';

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const paint = (colour: number, text: string): string => `\u001B[${colour}m${text}\u001B[39m`;
const [green, yellow, blue, cyan] = [32, 33, 34, 36];

/** Colours the tokens of a JSON text: keys, texts, numbers and words. */
const coloured = (text: string): string =>
  text.replace(
    token,
    (all, quoted: string | undefined, colon: string | undefined, word: string | undefined) => {
      if (quoted === undefined) return word === undefined ? paint(yellow, all) : paint(cyan, all);
      return colon === undefined ? paint(green, quoted) : paint(blue, quoted) + colon;
    },
  );

/**
 * A value as indented JSON, every integer exact and every control character written as its escape; with colours where
 * a screen shows them.
 */
export const jsonText = (value: unknown, isColoured: boolean): string => {
  const text = printableLines(stringify(value, undefined, 2) ?? 'null');
  return isColoured ? coloured(text) : text;
};
