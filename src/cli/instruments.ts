import type { Instrument } from '../codec/records/Instrument.ts';
import { GetInstruments } from '../endpoints/instrument/GetInstruments.ts';
import { askOnce } from './askOnce.ts';
import { gatewayFrom, type GatewayOptions, withGateway } from './gateway.ts';
import { jsonLine } from './jsonLine.ts';
import { noSuch } from './noSuch.ts';
import type { Terminal } from './terminal.ts';
import { usageError } from './usageError.ts';
import type { Verb } from './verb.ts';
import type { Line, Span } from './view/line.ts';
import { numberText } from './view/numberText.ts';
import { painter } from './view/painted.ts';
import { table } from './view/table.ts';
import { withExamples } from './withExamples.ts';

interface InstrumentsOptions extends GatewayOptions {
  readonly json?: boolean;
}

const headings: Line = ['symbol', 'id', 'trades', 'in', 'price step', 'quantity step', 'status'].map(
  (text): Span => [text, 'faint'],
);

const amount = (value: number | string | undefined): string =>
  value === undefined ? '-' : numberText(Number(value), 12);

const spansOf = (instrument: Instrument): Line => {
  const status = String(instrument.SessionStatus);
  return [
    [instrument.Symbol, 'strong'],
    [String(instrument.InstrumentId)],
    [instrument.Product1Symbol],
    [instrument.Product2Symbol],
    [amount(instrument.PriceIncrement)],
    [amount(instrument.QuantityIncrement)],
    [status, status === 'Running' ? 'up' : 'notice'],
  ];
};

/** Instruments as a table, those that sort first on top. */
export const instrumentLines = (instruments: readonly Instrument[]): readonly Line[] =>
  table(
    [headings, ...[...instruments].sort((a, b) => a.SortIndex - b.SortIndex).map(spansOf)],
    ['left', 'right', 'left', 'left', 'right', 'right', 'left'],
  );

/** Those whose symbol holds a text, in any case. */
const matching = (instruments: readonly Instrument[], text: string): readonly Instrument[] => {
  const found = instruments.filter(({ Symbol }) => Symbol.toLowerCase().includes(text.toLowerCase()));
  const symbols = instruments.map(({ Symbol }) => Symbol);
  if (found.length === 0 && text !== '') throw usageError(noSuch('instrument', text, symbols));
  return found;
};

const list = async (text: string, options: InstrumentsOptions, terminal: Terminal): Promise<void> => {
  const all = (await askOnce(GetInstruments, {}, gatewayFrom(options, terminal))) ?? [];
  const found = matching(all, text);
  const paint = painter(terminal.isColoured);
  const lines = options.json === true ? found.map(jsonLine) : instrumentLines(found).map(paint);
  for (const line of lines) terminal.out(line);
};

/** Lists the instruments of an exchange. */
export const instrumentsVerb: Verb = (program, terminal) =>
  withExamples(
    withGateway(program.command('instruments'))
      .summary('list what is traded')
      .description(
        'Lists the instruments of an exchange: symbols, ids, and the steps of prices and quantities.',
      )
      .argument('[text]', 'only those whose symbol holds it, in any case', '')
      .option('--json', 'print each as JSON, a line each, with all its fields')
      .action((text: string, options: InstrumentsOptions) => list(text, options, terminal)),
    [
      ['instruments', 'all of Notbank'],
      ['instruments btc --json | jq .Symbol', 'the symbols with BTC in them'],
    ],
  );
