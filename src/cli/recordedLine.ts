/** A line of a recording: a message and, where that is told, nothing more; or what was noted between messages. */
export type RecordedLine =
  { readonly _tag: 'Message'; readonly text: string } | { readonly _tag: 'Note'; readonly kind: string };

const isMessage = (dir: unknown): boolean => dir === undefined || dir === 'in' || dir === 'out';

/**
 * Reads a line: a frame; `{"dir": "in" | "out", "text": "<frame>"}` around one; or, with any other `dir`, a note such
 * as that a socket opened or closed. What is none of these is taken for a message, which then is found to be no frame.
 *
 * @example
 * recordedLine('{"t":1700000000010.5,"s":1,"dir":"open"}'); // { _tag: 'Note', kind: 'open' }
 */
export const recordedLine = (line: string): RecordedLine => {
  try {
    const { dir, text } = JSON.parse(line) as { readonly dir?: unknown; readonly text?: unknown };
    if (!isMessage(dir)) return { _tag: 'Note', kind: String(dir) };
    return { _tag: 'Message', text: typeof text === 'string' ? text : line };
  } catch {
    return { _tag: 'Message', text: line };
  }
};
