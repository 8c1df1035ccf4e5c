import { Argument, InvalidArgumentError, Option } from 'commander';
import { endWith, ignoreElements, map, type Observable, startWith, takeUntil } from 'rxjs';
import { createClient } from '../../client.ts';
import { type Replay, replay, type ReplayWarning } from '../../recording/index.ts';
import { readRecording } from '../../recording/node.ts';
import { apiKeyLogin } from '../../session/login.ts';
import { barLengthFrom, barLengths } from '../barLength.ts';
import { fileProblem } from '../fileProblem.ts';
import { type Recordable, recordable, usual } from '../record/recordWatch.ts';
import type { Terminal } from '../terminal.ts';
import { usageError } from '../usageError.ts';
import type { Ending, Verb } from '../verb.ts';
import { mannerOf, runShow, type ShowOptions, type Watch } from '../watch/runWatch.ts';
import type { Footer } from '../watch/shown.ts';
import { watchAccount } from '../watch/watchAccount.ts';
import { watchBars } from '../watch/watchBars.ts';
import { watchBook } from '../watch/watchBook.ts';
import { watchTrades } from '../watch/watchTrades.ts';
import { withShowing } from '../watch/withWatching.ts';
import { wholeNumber } from '../wholeNumber.ts';
import { playing$ } from './playing.ts';
import { progressLines } from './progressLines.ts';
import { warningLines } from './warningLines.ts';

interface ReplayCommandOptions extends ShowOptions {
  readonly speed: number;
  readonly from?: number;
  readonly depth: number;
  readonly interval: number;
}

/** Whoever logs in to a recording is let in. */
const anybody = apiKeyLogin({ apiKey: 'replayed', secret: 'replayed', userId: '1' });

const speedFrom = (written: string): number => {
  const speed = Number(written);
  if (speed > 0 && Number.isFinite(speed)) return speed;
  throw new InvalidArgumentError('It should be a number above 0, such as 60 for an hour in a minute.');
};

const timeFrom = (written: string): number => {
  const time = /^\d+$/.test(written) ? Number(written) : Date.parse(written);
  if (!Number.isNaN(time)) return time;
  throw new InvalidArgumentError(
    'It should be a time such as 2026-01-31T14:30:00Z, or milliseconds since 1970.',
  );
};

const watchOf = (
  what: Recordable,
  symbol: string | undefined,
  { depth, interval }: ReplayCommandOptions,
): Watch => {
  if (what === 'account') return (client, url) => watchAccount(client, url, undefined, usual.minutes);
  if (symbol === undefined) throw usageError(`Name the instrument as well, such as ${what} BTCUSDT.`);
  switch (what) {
    case 'book':
      return (client, url) => watchBook(client, url, symbol, depth);
    case 'trades':
      return (client, url) => watchTrades(client, url, symbol, usual.history);
    case 'bars':
      return (client, url) => watchBars(client, url, symbol, interval);
  }
};

const opened = (file: string, options: Pick<ReplayCommandOptions, 'speed' | 'from'>): Replay => {
  const { speed, from } = options;
  try {
    return replay(readRecording(file), { speed, ...(from !== undefined && { from }) });
  } catch (error) {
    throw fileProblem(file, error);
  }
};

const footer$ = ({ progress$ }: Replay): Observable<Footer> =>
  playing$(progress$).pipe(
    map(
      (playing): Footer =>
        (columns) =>
          progressLines(playing, columns),
    ),
    startWith((): ReturnType<Footer> => []),
  );

/** Looked up before anything is played: a recording may be over before a login comes to nothing. */
const recordsLogin = (file: string): boolean => {
  for (const line of readRecording(file)) if (line.includes('AuthenticateUser')) return true;
  return false;
};

/** Plays until the recording is over, and tells what was amiss with it when the screen is free again. */
const play = async (
  [file, what, symbol]: readonly [file: string, what: Recordable, symbol: string | undefined],
  options: ReplayCommandOptions,
  terminal: Terminal,
): Promise<Ending> => {
  const watch = watchOf(what, symbol, options);
  const tape = opened(file, options);
  if (what === 'account' && !recordsLogin(file)) {
    throw usageError(
      `${file} was recorded without a login, so there is no account in it: record --streams account logs in.`,
    );
  }
  const warnings: ReplayWarning[] = [];
  const played = { isAny: false };
  tape.warning$.subscribe((warning) => warnings.push(warning));
  tape.progress$.subscribe(() => {
    played.isAny = true;
  });
  const client = createClient({ transport: tape, ...(what === 'account' && { credentials: anybody }) });
  const show$ = watch(client, file)(terminal, mannerOf(options), footer$(tape));
  try {
    // The recording is over before its connection is lost for good, which is no failure.
    const over$ = tape.progress$.pipe(ignoreElements(), endWith('over'));
    const ending = await runShow(show$.pipe(takeUntil(over$)), options, terminal);
    if (ending === 0 && !played.isAny) throw new Error(`There is nothing to play in ${file}.`);
    return ending;
  } finally {
    client.close();
    for (const line of warningLines(warnings)) terminal.error(line);
  }
};

const options: readonly Option[] = [
  new Option('--speed <n>', 'how many times as fast as it was recorded').argParser(speedFrom).default(1),
  new Option('--from <time>', 'where to begin, such as 2026-01-31T14:30:00Z').argParser(timeFrom),
  new Option('--depth <n>', 'how many levels a side of a book there are at most')
    .argParser(wholeNumber({ from: 1, to: 1_000 }))
    .default(10),
  new Option('--interval <length>', `how long bars are: ${barLengths}, or the same in seconds`)
    .argParser(barLengthFrom)
    .default(usual.length, '1m'),
];

/** Plays a recording and shows a part of it as `watch` does, with how far it has come. */
export const replayVerb: Verb = (program, terminal, end) => {
  const command = program
    .command('replay')
    .summary('play a recording and watch it')
    .description(
      `Plays a recording and shows what watch shows of a live exchange, with how far it has come, the rate and the time
that is left. No connection is made. What was not recorded is told at the end.`,
    )
    .argument('<file>', 'a recording, or the name that its files were cut from')
    .addArgument(new Argument('<what>', 'what of it').choices(recordable))
    .argument('[symbol]', 'the instrument, in any case; none for an account')
    .action(async (file: string, what: Recordable, symbol: string | undefined, given: ReplayCommandOptions) =>
      end(await play([file, what, symbol], given, terminal)),
    );
  for (const option of options) command.addOption(option);
  return withShowing(command, [
    ['replay day.ndjson book BTCUSDT --speed 60', 'an hour of a book in a minute'],
    [
      'replay day.ndjson trades BTCUSDT --speed 1000 --json',
      'its trades as JSON, as fast as they can be read',
    ],
  ]);
};
