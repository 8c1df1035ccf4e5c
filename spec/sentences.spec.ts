import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

jest.setTimeout(60_000);

const root = join(__dirname, '..');

/** What a user writes, what is pointed at between bars, and a part of the sentence that an editor shows there. */
const places: readonly (readonly [code: string, sentence: string])[] = [
  ['request$(client, GetOpenOrders, { |AccountId|: 7 })', 'The account.'],
  ['request$(client, GetOpenOrders, { AccountId: 7, |InstrumentId|: 1 })', 'Only orders on this instrument.'],
  ['request$(client, GetOpenOrders, { AccountId: 7, |OMSId|: 1 })', 'The number of the order system'],
  [
    "request$(client, SendOrder, { ...order, OrderType: 'StopMarket', |StopPrice|: 1 })",
    'The price that sets the order off.',
  ],
  [
    "request$(client, SendOrder, { ...order, OrderType: 'StopLimit', |ClientOrderId|: 1 })",
    'Your own id for the order',
  ],
  ['(order: SendOrderRequest) => order.|OrderType|', 'What kind of order it is'],
  ["(order: SendOrderRequest) => 'LimitPrice' in order && order.|LimitPrice|", 'The worst price'],
  ['([order]: SendOrderListRequest) => order?.|TimeInForce|', 'How long the order stays'],
  ['request$(client, SendOrder, params).subscribe((reply) => reply.|status|)', 'The exchange has the order.'],
  [
    'request$(client, GetInstruments, {}).subscribe(([first]) => first?.|PriceIncrement|)',
    'The price of an order',
  ],
  ['request$(client, GetTransfers, { AccountId: 7, |StartIndex|: 0 })', 'How many transfers are passed over'],
  ["request$(client, GetUserConfig, { |Email|: '' })", 'The same by e-mail address.'],
  ['(reply: GetWithdrawTemplateReply) => reply.|errormsg|', 'What is wrong'],
  ['(report: OpenTradeReport) => report.|OrigQuantity|', 'The quantity it was sent with.'],
];

/** The file that it is written in. */
const head = `
import { type Client, GetInstruments, GetOpenOrders, type OpenTradeReport, request$, SendOrder } from './index.ts';
import type { SendOrderListRequest, SendOrderRequest } from './index.ts';
import { GetTransfers, GetUserConfig, type GetWithdrawTemplateReply } from './alphapoint/index.ts';
declare const client: Client;
declare const params: SendOrderRequest;
const order = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  TimeInForce: 'GTC',
  Quantity: 1,
  PegPriceType: 'Last',
} as const;
`;

/** The declarations as they are published, made from the sources as they are; their folder lies within the project. */
let folder: string;

/** What an editor shows of the place between the bars in each piece of code. */
let shown: readonly string[];

const createService = (file: string): ts.LanguageService => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  };
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
};

const sentenceAt = (service: ts.LanguageService, file: string, position: number): string =>
  ts.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.documentation);

beforeAll(() => {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'sentences-'));
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const emit = [
    '-p',
    join(root, 'tsconfig.build.json'),
    '--emitDeclarationOnly',
    '--declarationMap',
    'false',
  ];
  spawnSync(process.execPath, [tsc, ...emit, '--outDir', folder], { cwd: root });

  const lines = places.map(([code], index) => `export const place${index} = ${code};`);
  const marked = [head, ...lines].join('\n').split('|');
  const file = join(folder, 'consumer.mts');
  writeFileSync(file, marked.join(''));
  const service = createService(file);
  // Every other bar opens a place.
  const opens = marked.flatMap((_, index) =>
    index % 2 === 0 ? [] : [marked.slice(0, index).join('').length],
  );
  shown = opens.map((position) => sentenceAt(service, file, position));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the sentence of a field shows in an editor that has the declarations alone', () => {
  it.each(places.map(([code, sentence], index) => [code, sentence, index] as const))(
    '%s',
    (_code, sentence, index) => {
      expect(shown[index]).toContain(sentence);
    },
  );
});
