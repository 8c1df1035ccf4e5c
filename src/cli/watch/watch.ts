import { type Command, Option } from 'commander';
import { barLengthFrom, barLengths } from '../barLength.ts';
import type { Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';
import { wholeNumber } from '../wholeNumber.ts';
import { withExamples } from '../withExamples.ts';
import { runWatch, type WatchOptions } from './runWatch.ts';
import { watchAccount } from './watchAccount.ts';
import { watchBars } from './watchBars.ts';
import { watchBook } from './watchBook.ts';
import { watchTrades } from './watchTrades.ts';
import { withWatching } from './withWatching.ts';

const week = 10_080;
const symbolWords = 'the instrument, such as BTCUSDT, in any case';

type Part = (watch: Command, terminal: Terminal, end: Parameters<Verb>[2]) => void;

const book: Part = (watch, terminal, end) => {
  const command = watch
    .command('book')
    .summary('an order book as a ladder')
    .description('Watches an order book: a ladder, with bars as long as what stands up to each price.')
    .argument('<symbol>', symbolWords)
    .addOption(
      new Option('--depth <n>', 'how many levels a side there are at most')
        .argParser(wholeNumber({ from: 1, to: 1_000 }))
        .default(10),
    )
    .action(async (symbol: string, options: WatchOptions & { readonly depth: number }) =>
      end(await runWatch((client, url) => watchBook(client, url, symbol, options.depth), options, terminal)),
    );
  withWatching(command, [
    ['watch book BTCUSDT', 'draw the ladder until Ctrl-C'],
    ["watch book btcusdt --json | jq '.mid'", 'the middle of each book'],
  ]);
};

const trades: Part = (watch, terminal, end) => {
  const command = watch
    .command('trades')
    .summary('the public trades')
    .description('Watches the public trades, those that are missed while the connection is lost as well.')
    .argument('<symbol>', symbolWords)
    .addOption(
      new Option('--history <n>', 'how many of the last trades come first')
        .argParser(wholeNumber({ to: 2_048 }))
        .default(50),
    )
    .action(async (symbol: string, options: WatchOptions & { readonly history: number }) =>
      end(
        await runWatch((client, url) => watchTrades(client, url, symbol, options.history), options, terminal),
      ),
    );
  withWatching(command, [
    ['watch trades BTCUSDT', 'the tape, the newest trade on top'],
    ['watch trades BTCUSDT --history 0 | grep sold', 'what is sold from now on'],
  ]);
};

const bars: Part = (watch, terminal, end) => {
  const command = watch
    .command('bars')
    .summary('bars as a chart of candles')
    .description('Watches bars: a chart of candles with volumes, and the last bar in figures.')
    .argument('<symbol>', symbolWords)
    .addOption(
      new Option('--interval <length>', `how long they are: ${barLengths}, or the same in seconds`)
        .argParser(barLengthFrom)
        .default(60, '1m'),
    )
    .action(async (symbol: string, options: WatchOptions & { readonly interval: number }) =>
      end(
        await runWatch((client, url) => watchBars(client, url, symbol, options.interval), options, terminal),
      ),
    );
  withWatching(command, [
    ['watch bars BTCUSDT --interval 5m', 'a chart of five-minute bars'],
    ["watch bars BTCUSDT --json | jq 'select(.isFinal)'", 'only the bars that are over'],
  ]);
};

const account: Part = (watch, terminal, end) => {
  const command = watch
    .command('account')
    .summary('open orders, balances and fills')
    .description('Watches an account: its open orders, what it has, and its fills. It needs a login.')
    .argument('[id]', 'the account; without it the first that the login may act for', wholeNumber())
    .addOption(
      new Option('--since <min>', 'how old the fills may be that come first, in minutes')
        .argParser(wholeNumber({ to: week }))
        .default(60),
    )
    .action(async (id: number | undefined, options: WatchOptions & { readonly since: number }) =>
      end(
        await runWatch((client, url) => watchAccount(client, url, id, options.since), options, terminal, {
          needsLogin: true,
        }),
      ),
    );
  withWatching(command, [
    ['watch account --credentials ~/.notbank', 'log in with a file that is yours alone'],
    ['watch account 7 --json', 'every order, balance and fill as JSON'],
  ]);
};

/** Watches something of an exchange, live, until it is stopped. */
export const watchVerb: Verb = (program, terminal, end) => {
  const watch = program
    .command('watch')
    .summary('watch a book, trades, bars or an account, live')
    .description(
      'Watches something of an exchange, live, until Ctrl-C: drawn on a terminal, in lines where it is piped.',
    );
  for (const part of [book, trades, bars, account]) part(watch, terminal, end);
  return withExamples(watch, [
    ['watch book BTCUSDT', 'an order book of Notbank'],
    [
      'watch trades BTCUSDT --url ws://127.0.0.1:8080/wsgateway',
      'the trades of an exchange that serve serves',
    ],
  ]);
};
