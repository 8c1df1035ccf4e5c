/**
 * The lines of a text that comes in pieces, however they are cut; only the line under way is held. A line ends with
 * LF or CR LF, and with nothing else, as JSON may hold the other line separators of Unicode. A byte order mark at the
 * beginning is left out.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let open: readonly string[] = [];
  let isFirst = true;
  for await (const piece of pieces) {
    const [end = '', ...others] = (isFirst ? piece.replace(/^\uFEFF/, '') : piece).split('\n');
    isFirst = false;
    open = [...open, end];
    for (const next of others) {
      yield open.join('').replace(/\r$/, '');
      open = [next];
    }
  }
  yield open.join('').replace(/\r$/, '');
}
