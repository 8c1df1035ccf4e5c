import type { BarRow } from '../../market/bar.ts';
import type { MarketEvent } from '../../market/event.ts';
import type { Level1 } from '../../market/level1.ts';
import type { Level2Row } from '../../market/level2.ts';
import type { PublicTradeRow } from '../../market/publicTrade.ts';
import { wireText } from '../../market/wireText.ts';
import { accountObject } from './accountObject.ts';
import { barRows } from './barRows.ts';
import { withDecimals } from './decimals.ts';
import type { Dialect } from './dialect.ts';
import { level1Payload } from './level1Payload.ts';
import { level2Rows, level2Snapshot } from './level2Rows.ts';
import { loginAnswer } from './loginAnswer.ts';
import { orderState } from './orderState.ts';
import { orderTrade } from './orderTrade.ts';
import { tradeRows } from './tradeRows.ts';

type Shape = (dialect: Dialect, payload: never) => unknown;

const acceptance = (
  { acceptanceKey }: Dialect,
  { Subscribed }: { readonly Subscribed: boolean },
): unknown => ({ [acceptanceKey]: Subscribed });

const level1: Shape = (dialect, payload: Level1) => level1Payload(dialect, payload);
const book: Shape = (dialect, payload: readonly Level2Row[]) => level2Snapshot(dialect, payload);
const trades: Shape = (dialect, payload: readonly PublicTradeRow[]) => tradeRows(dialect, payload);
const bars: Shape = (dialect, payload: readonly BarRow[]) => barRows(dialect, payload);
const login: Shape = (dialect, payload: object) => loginAnswer(dialect, payload);

/** The functions that tell of an account. */
const ofAccounts = [
  'getaccountpositions',
  'getaccounttransactions',
  'getaccountinstrumentstatistics',
  'getopenorders',
  'getorders',
  'getorderstatus',
  'getorderhistory',
  'getordershistory',
  'getorderhistorybyorderid',
  'getopentradereports',
  'getaccounttrades',
  'gettradeshistory',
  'subscribeblocktrades',
];

/** How the replies are shaped that a dialect has a say in, by the function's name in lower case. */
const replyShapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['subscribelevel1', level1],
  ['getlevel1', level1],
  ['subscribelevel2', book],
  ['getl2snapshot', book],
  ['subscribetrades', trades],
  ['getlasttrades', trades],
  ['subscribeticker', bars],
  ['gettickerhistory', bars],
  ...ofAccounts.map((name) => [name, accountObject] as const),
  ['subscribeaccountevents', acceptance],
  ['subscribeorderstateevents', acceptance],
  ['authenticateuser', login],
  ['webauthenticateuser', login],
  ['authenticate2fa', login],
]);

const eventShape = (dialect: Dialect, event: MarketEvent): unknown => {
  switch (event._tag) {
    case 'Level1':
      return level1Payload(dialect, event.payload);
    case 'Level2':
      return level2Rows(dialect, event.payload);
    case 'Trades':
      return tradeRows(dialect, event.payload);
    case 'Ticker':
      return barRows(dialect, event.payload);
    case 'OrderState':
      return accountObject(dialect, orderState(dialect, event.payload));
    case 'OrderTrade':
      return accountObject(dialect, orderTrade(dialect, event.payload));
    default:
      return accountObject(dialect, event.payload);
  }
};

const textOf = (dialect: Dialect, payload: unknown): string => wireText(withDecimals(dialect, payload));

/** The text of an event's payload, in a dialect. */
export const renderEvent = (dialect: Dialect, event: MarketEvent): string =>
  textOf(dialect, eventShape(dialect, event));

/** The text of what a function answers when it does not refuse, in a dialect. */
export const renderReply = (dialect: Dialect, name: string, payload: unknown): string => {
  const shape = replyShapes.get(name.toLowerCase());
  return textOf(dialect, shape === undefined ? payload : shape(dialect, payload as never));
};
