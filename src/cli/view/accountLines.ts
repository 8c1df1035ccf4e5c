import type { Side } from '../../codec/enums/Side.ts';
import type { Instrument } from '../../codec/records/Instrument.ts';
import type { Order } from '../../codec/records/Order.ts';
import type { OrderTrade } from '../../codec/records/OrderTrade.ts';
import type { Fill, Revised } from '../../orders/account.ts';
import type { Balances } from '../../orders/balances.ts';
import type { Balance } from '../../orders/holdings.ts';
import type { Orders } from '../../orders/orders.ts';
import type { Frame, Scene } from '../watch/scene.ts';
import { clockText } from './clockText.ts';
import { header, trustSpan } from './header.ts';
import type { Line, Span } from './line.ts';
import { numberText } from './numberText.ts';
import { type Alignment, table } from './table.ts';
import { writerOf } from './writerOf.ts';

/** An account that is watched. */
export interface AccountScene extends Scene {
  /** Absent until it is known. */
  readonly accountId?: number;
  /** By id. */
  readonly instruments: ReadonlyMap<number, Instrument>;
  readonly orders?: Orders;
  readonly balances?: Balances;
  /** The oldest first. */
  readonly fills: readonly (Fill | Revised)[];
}

type Instruments = AccountScene['instruments'];

const sideSpan = (side: Side): Span => [
  String(side),
  side === 'Buy' ? 'up' : side === 'Sell' ? 'down' : undefined,
];
const faint = (texts: readonly string[]): Line => texts.map((text): Span => [text, 'faint']);
const symbolOf = (instruments: Instruments, id: number): string =>
  instruments.get(id)?.Symbol ?? `instrument ${id}`;

/** An order in spans: when, which, what it wants, how much of it is filled, where it stands. */
export const orderSpans = (order: Order, instruments: Instruments): Line => {
  const { price, quantity } = writerOf(instruments.get(order.Instrument));
  return [
    [clockText(order.ReceiveTime).slice(0, 8), 'faint'],
    [String(order.OrderId)],
    [symbolOf(instruments, order.Instrument)],
    sideSpan(order.Side),
    [String(order.OrderType)],
    [Number(order.Price) === 0 ? 'market' : price(Number(order.Price))],
    [quantity(Number(order.OrigQuantity))],
    [quantity(Number(order.QuantityExecuted)), Number(order.QuantityExecuted) === 0 ? 'faint' : 'accent'],
    [String(order.OrderState), order.OrderState === 'Working' ? undefined : 'faint'],
  ];
};

const orderHeadings = faint([
  'time',
  'order',
  'symbol',
  'side',
  'type',
  'price',
  'quantity',
  'filled',
  'state',
]);
const orderColumns: readonly Alignment[] = [
  ...(['left', 'right', 'left', 'left', 'left'] as const),
  ...(['right', 'right', 'right', 'left'] as const),
];

/** A balance in spans; one of which list and events disagree says so. */
export const balanceSpans = ({ ProductSymbol, Amount, Hold, available, isSettled }: Balance): Line => [
  [ProductSymbol],
  [numberText(available), 'accent'],
  [numberText(Number(Hold)), Number(Hold) === 0 ? 'faint' : undefined],
  [numberText(Number(Amount))],
  [isSettled ? '' : 'not settled', 'notice'],
];

const balanceHeadings = faint(['product', 'available', 'on hold', 'amount', '']);
const balanceColumns: readonly Alignment[] = ['left', 'right', 'right', 'right', 'left'];

const feeText = ({ Fee }: OrderTrade): string => (Fee === undefined ? '' : `fee ${numberText(Number(Fee))}`);

/** A fill in spans. */
export const fillSpans = ({ _tag, trade }: Fill | Revised, instruments: Instruments): Line => {
  const { price, quantity } = writerOf(instruments.get(trade.InstrumentId));
  return [
    [clockText(trade.TradeTimeMS ?? 0), 'faint'],
    [String(trade.OrderId)],
    [symbolOf(instruments, trade.InstrumentId)],
    sideSpan(trade.Side),
    [price(Number(trade.Price))],
    [quantity(Number(trade.Quantity))],
    [String(trade.MakerTaker ?? ''), 'faint'],
    [feeText(trade), 'faint'],
    [_tag === 'Revised' ? 'corrected' : '', 'notice'],
  ];
};

const fillHeadings = faint(['time', 'order', 'symbol', 'side', 'price', 'quantity', '', '', '']);
const fillColumns: readonly Alignment[] = [
  ...(['left', 'right', 'left', 'left', 'right'] as const),
  ...(['right', 'left', 'left', 'left'] as const),
];

/** A part of the screen: a title, a table, and how many rows had no room. */
const section = (
  title: string,
  [headings, ...rows]: readonly Line[],
  columns: readonly Alignment[],
  room: number,
): readonly Line[] => {
  const shown = rows.slice(0, Math.max(1, room));
  const left = rows.length - shown.length;
  return [
    [
      [title, 'strong'],
      [left === 0 ? '' : `  and ${left} more`, 'faint'],
    ],
    ...(rows.length === 0 || headings === undefined
      ? [faint(['  none'])]
      : table([headings, ...shown], columns).map((line): Line => [['  '], ...line])),
    [],
  ];
};

const hasAny = ({ Amount, Hold }: Balance): boolean => Number(Amount) !== 0 || Number(Hold) !== 0;

/** An account: its open orders, what it has, and its last fills, the newest first. */
export const accountLines = (scene: AccountScene, { now, rows }: Frame): readonly Line[] => {
  const { accountId, orders, balances, fills, instruments, url, link, subject } = scene;
  const open = orders?.open ?? [];
  const owned = [...(balances?.byProduct.values() ?? [])].filter(hasAny);
  // Titles, headings and blank lines of three parts, below the three lines of the header.
  const room = rows - 12;
  const forBalances = Math.min(owned.length, Math.floor(room / 3));
  const forOrders = Math.min(open.length, Math.floor((room - forBalances) / 2));
  return [
    ...header({
      ...{ title: accountId === undefined ? subject : `account ${accountId}`, url, link, now },
      mark: trustSpan(orders),
      more: [[`  open orders ${open.length}`, 'faint']],
    }),
    ...section(
      'Open orders',
      [orderHeadings, ...open.map((order) => orderSpans(order, instruments)).reverse()],
      orderColumns,
      forOrders,
    ),
    ...section('Balances', [balanceHeadings, ...owned.map(balanceSpans)], balanceColumns, forBalances),
    ...section(
      'Fills',
      [fillHeadings, ...fills.map((fill) => fillSpans(fill, instruments)).reverse()],
      fillColumns,
      room - forBalances - forOrders,
    ),
  ];
};
