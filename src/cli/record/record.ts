import { webSocket } from '#transport';
import { InvalidArgumentError, Option } from 'commander';
import { lastValueFrom } from 'rxjs';
import { fileSink } from '../../recording/node.ts';
import type { Terminal } from '../terminal.ts';
import { usageError } from '../usageError.ts';
import type { Ending, Verb } from '../verb.ts';
import { runWatch, type WatchOptions } from '../watch/runWatch.ts';
import { withWatching } from '../watch/withWatching.ts';
import { wholeNumber } from '../wholeNumber.ts';
import { createTap, type Recordable, recordable, watchRecording } from './recordWatch.ts';

interface RecordOptions extends WatchOptions {
  readonly streams: readonly Recordable[];
  readonly maxSize?: number;
  readonly maxAge?: number;
}

const megabyte = 1_000_000;
const minute = 60_000;
const month = 44_640;

const isRecordable = (name: string): name is Recordable => recordable.some((one) => one === name);

const streamsFrom = (written: string): readonly Recordable[] =>
  written.split(',').map((name) => {
    if (isRecordable(name)) return name;
    throw new InvalidArgumentError(
      `They should be names out of ${recordable.join(', ')}, with commas between.`,
    );
  });

const record = async (
  file: string,
  symbols: readonly string[],
  { streams, maxSize, maxAge, ...options }: RecordOptions,
  terminal: Terminal,
): Promise<Ending> => {
  if (symbols.length === 0 && streams.some((stream) => stream !== 'account')) {
    throw usageError(
      `Name the instruments as well, such as record ${file} BTCUSDT, or take --streams account.`,
    );
  }
  const sink = fileSink(file, {
    ...(maxSize !== undefined && { maxBytes: maxSize * megabyte }),
    ...(maxAge !== undefined && { maxAge: maxAge * minute }),
  });
  const tap = createTap(webSocket(), sink);
  try {
    return await runWatch(
      (connection, url) => watchRecording(connection, url, file, { symbols, streams }, tap.change$),
      options,
      terminal,
      { transport: tap.transport, needsLogin: streams.includes('account') },
    );
  } finally {
    await lastValueFrom(sink.close$(), { defaultValue: undefined });
  }
};

/** Records what comes and goes while it follows streams, until it is stopped. */
export const recordVerb: Verb = (program, terminal, end) => {
  const command = program
    .command('record')
    .summary('record streams in a file, for replay and check')
    .description(
      `Follows streams as watch does and writes every message both ways to a file, a line each, until Ctrl-C. Secrets are
taken out. A file that is there already is gone on in.`,
    )
    .argument('<file>', 'where to, such as day.ndjson')
    .argument('[symbols...]', 'the instruments, such as BTCUSDT, in any case')
    .addOption(
      new Option('--streams <names>', `of each instrument: ${recordable.join(', ')}, with commas between`)
        .argParser(streamsFrom)
        .default(['book', 'trades'], 'book,trades'),
    )
    .addOption(
      new Option('--max-size <mb>', 'begin the next file after so many megabytes').argParser(
        wholeNumber({ from: 1, to: megabyte }),
      ),
    )
    .addOption(
      new Option('--max-age <min>', 'begin the next file after so many minutes').argParser(
        wholeNumber({ from: 1, to: month }),
      ),
    )
    .action(async (file: string, symbols: readonly string[], options: RecordOptions) =>
      end(await record(file, symbols, options, terminal)),
    );
  return withWatching(command, [
    ['record day.ndjson BTCUSDT ETHUSDT', 'books and trades of two instruments'],
    ['record day.ndjson BTCUSDT --streams book,trades,bars --max-age 60', 'a file an hour'],
  ]);
};
