import { Option } from 'commander';
import type { Verb } from '../verb.ts';
import { runWatch, type WatchOptions } from '../watch/runWatch.ts';
import { withWatching } from '../watch/withWatching.ts';
import { longestDelay, wholeNumber } from '../wholeNumber.ts';
import { watchPing } from './pingWatch.ts';

interface PingOptions extends WatchOptions {
  readonly count?: number;
  readonly interval: number;
}

/** Measures round trips until it is stopped, and tells what they come to. */
export const pingVerb: Verb = (program, terminal, end) => {
  const command = program
    .command('ping')
    .summary('measure round trips, with a histogram')
    .description('Measures how long round trips take, until Ctrl-C, and tells what they come to at the end.')
    .addOption(
      new Option('--count <n>', 'end after so many; fails where none of them was answered').argParser(
        wholeNumber({ from: 1 }),
      ),
    )
    .addOption(
      new Option('--interval <ms>', 'milliseconds between two')
        .argParser(wholeNumber({ from: 10, to: longestDelay }))
        .default(1_000),
    )
    .action(async ({ count = Infinity, interval, ...options }: PingOptions) =>
      end(await runWatch((client, url) => watchPing(client, url, interval, count), options, terminal)),
    );
  return withWatching(command, [
    ['ping --interval 100', 'a histogram that grows until Ctrl-C'],
    ['ping --count 20 --json | tail -n 1', 'minimum, median, 90th and 99th percentile, and maximum'],
  ]);
};
