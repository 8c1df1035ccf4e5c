/** What moves a cursor, changes colours, reverses the direction of a line, or is no character at all. */
const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/**
 * A text of others in a form that a terminal only shows: every control character becomes its escape as JSON has it.
 *
 * @example
 * printable('\u001B[2Jgone'); // '\\u001b[2Jgone'
 */
export const printable = (text: string): string => text.replace(control, escaped);

/** The same for a text of several lines, which stay lines. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');
