import { createEditor, type Editor } from './support/editor.ts';
import { literalsOf } from './support/literalsOfTypes.ts';
import { sentencesOf } from './support/sentencesOfTypes.ts';
import { entriesOf, head } from './support/typesOfCatalogue.ts';

jest.setTimeout(60_000);

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
  ["request$(client, SendOrder, { ...order, OrderType: 'Limit', |LimitPrice|: 1 })", 'The worst price'],
  [
    "request$(client, SendOrder, { ...order, OrderType: 'Limit', UseDisplayQuantity: true, |DisplayQuantity|: 1 })",
    'The quantity that the book shows',
  ],
  ["request$(client, SendOrder, { ...rest, OrderType: 'Market', |Quantity|: 1 })", 'How much to trade'],
  ["request$(client, SendOrder, { ...rest, OrderType: 'Market', |Value|: 1 })", 'How much to spend'],
  ['request$(client, SendOrder, { |TimeInForce|: 1 })', 'How long the order stays'],
  ["request$(client, SendOrderList, [{ ...order, OrderType: 'Limit', |LimitPrice|: 1 }])", 'The worst price'],
  ["request$(client, SendOrderList, [{ ...rest, OrderType: 'Market', |Value|: 1 }])", 'How much to spend'],
  [
    "request$(client, SendCancelReplaceList, [{ ...order, OrderType: 'Limit', |ReplaceOrderId|: 1 }])",
    'The order that is cancelled',
  ],
  [
    "request$(client, SendCancelReplaceList, [{ ...order, OrderType: 'Limit', |LimitPrice|: 1 }])",
    'The worst price',
  ],
  ['(order: SendOrderRequest) => order.|OrderType|', 'What kind of order it is'],
  ["(order: SendOrderRequest) => 'LimitPrice' in order && order.|LimitPrice|", 'The worst price'],
  ['([order]: SendOrderListRequest) => order?.|TimeInForce|', 'How long the order stays'],
  ['request$(client, SendOrder, params).subscribe((reply) => reply.|status|)', 'The exchange has the order.'],
  [
    'request$(client, GetInstruments, {}).subscribe(([first]) => first?.|PriceIncrement|)',
    'The price of an order',
  ],
  ['subscribe$(client, SubscribeLevel1, { |Symbol|: 1 })', 'The symbol of the instrument'],
  ['subscribe$(client, SubscribeTrades, { |InstrumentId|: 1 })', 'The instrument.'],
  [
    'subscribe$(client, SubscribeTrades, { InstrumentId: 1 }).subscribe(({ |payload| }) => payload)',
    'as the exchange sends it',
  ],
  ['request$(client, GetTransfers, { AccountId: 7, |StartIndex|: 0 })', 'How many transfers are passed over'],
  ["request$(client, GetUserConfig, { |Email|: '' })", 'The same by e-mail address.'],
  ["request$(client, SetUserConfig, { Config: [{ |Key|: '' }] })", 'The name of the setting.'],
  ['(reply: GetWithdrawTemplateReply) => reply.|errormsg|', 'What is wrong'],
  ['(report: OpenTradeReport) => report.|OrigQuantity|', 'The quantity it was sent with.'],
  ['(ticket: WithdrawTicket) => ticket.Comments?.[0]?.|EnteredBy|', 'The id of the user who wrote it.'],
  [
    '(reply: AuthenticateUserReply) => reply.User?.|Use2FA|',
    'Whether the user logs in with a second factor.',
  ],
];

/** The file that it is written in. */
const start = `
import {
  type AuthenticateUserReply, type Client, GetInstruments, GetOpenOrders, type OpenTradeReport, request$,
  SendCancelReplaceList, SendOrder, SendOrderList, type SendOrderListRequest, type SendOrderRequest, subscribe$,
  SubscribeLevel1, SubscribeTrades, type WithdrawTicket,
} from './index.ts';
import { GetTransfers, GetUserConfig, type GetWithdrawTemplateReply, SetUserConfig } from './alphapoint/index.ts';
declare const client: Client;
declare const params: SendOrderRequest;
const rest = { AccountId: 7, InstrumentId: 1, Side: 'Buy', TimeInForce: 'GTC' } as const;
const order = { ...rest, Quantity: 1, PegPriceType: 'Last' } as const;
`;

/**
 * Where no sentence shows. There are two ways to write the request; in one of them the field is needed, in the other it
 * can be left out, and what tells the ways apart is absent here, while an editor goes by what is there.
 */
const untold: readonly string[] = [
  'CancelOrder { ClOrderId, |AccountId| }',
  'CancelOrder { AccountId, |ClOrderId| }',
  ...[
    'CancelReplaceOrder { OrderIdToReplace, *, |DisplayQuantity| }',
    'SendCancelReplaceList [{ ReplaceOrderId, *, |DisplayQuantity| }]',
    'SendOrder { *, |DisplayQuantity| }',
    'SendOrderList [{ *, |DisplayQuantity| }]',
  ].map((place) =>
    place.replace('*', 'AccountId, InstrumentId, Side, TimeInForce, OrderType, Quantity, LimitPrice'),
  ),
  'SubmitBlockTrade { AccountId, InstrumentId, Side, Quantity, LimitPrice, LockedIn, |ClientOrderId| }',
  'GetAllUnredactedUserConfigsForUser { |UserName| }',
  'GetUserAccountInfos { |UserName| }',
];

let editor: Editor;

/** What an editor shows between the bars of a text. */
const shownIn = (text: string): readonly string[] => {
  const parts = text.split('|');
  const sentenceAt = editor.open(parts.join(''));
  // Every other bar opens a place.
  return parts.flatMap((_, index) =>
    index % 2 === 0 ? [] : [sentenceAt(parts.slice(0, index).join('').length)],
  );
};

beforeAll(() => {
  editor = createEditor();
});

afterAll(() => {
  editor.close();
});

describe('the sentence of a field shows in an editor that has the declarations alone', () => {
  let shown: readonly string[];

  beforeAll(() => {
    const lines = places.map(([code], index) => `export const place${index} = ${code};`);
    shown = shownIn([start, ...lines].join('\n'));
  });

  it.each(places.map(([code, sentence], index) => [code, sentence, index] as const))(
    '%s',
    (_code, sentence, index) => {
      expect(shown[index]).toContain(sentence);
    },
  );
});

describe('no field of the catalogue is without a sentence', () => {
  it('in what is sent and what comes', () => {
    const checker = editor.program().getTypeChecker();
    const sentences = entriesOf(editor).flatMap(({ name, request, reply }) =>
      [request, reply].flatMap((type) =>
        sentencesOf(checker, type).map(([path, text]) => [`${name}: ${path}`, text] as const),
      ),
    );
    expect(sentences.filter(([, text]) => text === '').map(([path]) => path)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(3000);
  });

  it('where a request is written', () => {
    const checker = editor.program().getTypeChecker();
    const literals = entriesOf(editor).flatMap(({ name, start: call, request }) =>
      literalsOf(checker, request).map(({ code, fields }) => ({
        code: `${call}${code});`,
        place: `${name} ${fields}`,
      })),
    );
    const shown = shownIn([head, ...literals.map(({ code }) => code)].join('\n'));
    expect(literals.filter((_, index) => shown[index] === '').map(({ place }) => place)).toEqual(untold);
    expect(literals.length).toBeGreaterThan(1000);
  });
});
