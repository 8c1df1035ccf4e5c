import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { filesOf } from './files.ts';

const chunkSize = 256 * 1024;

function* piecesOf(file: string): Generator<string, void, undefined> {
  const descriptor = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.allocUnsafe(chunkSize);
  try {
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
      yield decoder.write(chunk.subarray(0, size));
    }
    yield decoder.end();
  } finally {
    closeSync(descriptor);
  }
}

function* linesOf(file: string): Generator<string, void, undefined> {
  let begun = '';
  for (const piece of piecesOf(file)) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') yield begun;
}

/**
 * The lines of a recording on disk, for `replay` and `replayVirtually`: of one file, or of all files into which a
 * {@link fileSink} with this path split it, in order. It can be iterated any number of times. It reads lazily and
 * synchronously, and holds about 256 KiB in memory, however large the recording is. It throws the errors of the file
 * system.
 *
 * @example
 * const client = createClient({ transport: replay(readRecording('day.ndjson')) });
 */
export const readRecording = (path: string): Iterable<string> => ({
  *[Symbol.iterator]() {
    for (const file of filesOf(path)) yield* linesOf(file);
  },
});
