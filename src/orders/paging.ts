import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { DecodeError } from '../errors.ts';
import { pauseAfter } from './pauseAfter.ts';
import { fillKey } from './standing.ts';

/** How many rows a page of fills has. */
export const tradesPage = 200;
/** How many passes a reading makes before it takes a list for one that does not hold still: some 45 s of them. */
export const mostPasses = 11;
/** How many of them follow each other at once. */
const atOnce = 3;
/** How many full pages in a row without a new row are those of an exchange that does not page. */
const mostIdle = 2;

/** A page of fills, or all of a list: the newest first. */
export interface Trades {
  readonly rows: readonly OrderTrade[];
  /** How many could not be read, and are not among them. */
  readonly leftOut: number;
}

/** A list of fills that is being read page by page, in passes from the newest fill down, while it moves. */
export interface Paging {
  /** Where the page begins that is to be asked for. */
  readonly StartIndex: number;
  /** What this pass has read so far, without a gap. */
  readonly pass: readonly OrderTrade[];
  /** How many pages in a row were full and had nothing new. */
  readonly idle: number;
  /** What the passes before have read without a gap, down to the end; `undefined` where none of them came so far. */
  readonly whole: readonly OrderTrade[] | undefined;
  /** The newest that was seen in passes that came to nothing: a list without it lags. */
  readonly owed: readonly OrderTrade[];
  /** How many passes have begun, this one counted. */
  readonly passes: number;
}

/** Of a list of which nothing has been read. */
export const unread: Paging = {
  ...{ StartIndex: 0, pass: [], idle: 0 },
  ...{ whole: undefined, owed: [], passes: 1 },
};

/**
 * What is wrong with a list: its pages have no row in common, so that one can be in neither; it lacks rows that it had;
 * or it gives the same page for every place.
 */
export type Flaw = 'moving' | 'lagging' | 'unpaged';

/** What is to be done after a page: another one is asked for, or the list is read. */
export type Turn =
  | { readonly _tag: 'Asks'; readonly paging: Paging }
  /** All its fills, the newest first, unless there is a flaw. */
  | { readonly _tag: 'Read'; readonly rows: readonly OrderTrade[]; readonly flaw?: Flaw | undefined };

/** Says of a fill whether it and all behind it are not wanted. */
type IsEnough = (trade: OrderTrade) => boolean;

const keysOf = (rows: readonly OrderTrade[]): ReadonlySet<string> => new Set(rows.map(fillKey));

/** Ends, or begins another pass. Only what was read in one page is the list of one moment. */
const goOn = (paging: Paging, isOneMoment: boolean): Turn => {
  const { owed, passes, whole } = paging;
  const read = keysOf(whole ?? []);
  const isLacking = owed.some((trade) => !read.has(fillKey(trade)));
  if (whole !== undefined && (passes >= mostPasses || (isOneMoment && !isLacking)))
    return { _tag: 'Read', rows: whole, flaw: isLacking ? 'lagging' : undefined };
  return { _tag: 'Asks', paging: { ...unread, whole, owed, passes: passes + 1 } };
};

/** The newest of some rows, by the ids that the exchange counts up: the two sides of a trade with oneself share one. */
const newestOf = (rows: readonly OrderTrade[]): readonly OrderTrade[] => {
  const each = [...new Map(rows.map((trade) => [fillKey(trade), trade])).values()];
  return each.filter(({ TradeId }) => each.every((other) => TradeId >= other.TradeId));
};

/** The pass has come to nothing. Of all that was seen the newest is owed: a list that has it has what is older, too. */
const broken = (paging: Paging, page: Trades): Turn => {
  const tops = [paging.whole ?? [], paging.pass, page.rows].flatMap((rows) => rows.slice(0, 1));
  return goOn({ ...paging, owed: newestOf([...paging.owed, ...tops]) }, false);
};

/** Whether a page begins with a row that was read before, so that none lies between them. */
const isJoined = (read: ReadonlySet<string>, { rows: [top] }: Trades): boolean =>
  read.size === 0 || (top !== undefined && read.has(fillKey(top)));

/** The next page begins with the last row that could be read of this one. */
const further = (paging: Paging, page: Trades, pass: readonly OrderTrade[]): Turn => {
  const { rows } = page;
  const idle = pass.length > paging.pass.length ? 0 : paging.idle + 1;
  if (idle >= mostIdle)
    return paging.whole ? broken(paging, page) : { _tag: 'Read', rows: pass, flaw: 'unpaged' };
  const StartIndex = paging.StartIndex + Math.max(0, rows.length - 1);
  return { _tag: 'Asks', paging: { ...paging, StartIndex, pass, idle } };
};

/**
 * What becomes of a reading with one more page. A page begins where the one before ended, with a row of it; if it does
 * not, rows may lie between the two, and another pass begins. After a pass of several pages another one reads from the top
 * until it meets it. Pure.
 *
 * What is `Read` without a flaw has no gap: it has each row that was listed when the first page was answered, and each
 * that a page has shown, down to the end or to what is enough. That holds for an exchange that lists its trades by their
 * ids, the greatest first: rows may come at the top, and the newest may go and come back. A row that cannot be read takes
 * a place as any other, and is not among them.
 *
 * @param isEnough Whether a fill and all behind it are not wanted.
 */
export const takePage = (paging: Paging, page: Trades, isEnough: IsEnough): Turn => {
  const read = keysOf(paging.pass);
  if (!isJoined(read, page)) return broken(paging, page);
  const fresh = page.rows.filter((trade) => !read.has(fillKey(trade)));
  const pass = [...paging.pass, ...fresh];
  const { whole = [] } = paging;
  const known = keysOf(whole);
  const met = pass.findIndex((trade) => known.has(fillKey(trade)));
  const isFull = page.rows.length + page.leftOut >= tradesPage;
  if (isFull && met < 0 && !fresh.some(isEnough)) return further(paging, page, pass);
  // What does not meet what was read before lags behind all of it.
  if (met < 0 && whole.length > 0) return broken({ ...paging, pass }, page);
  const joined = met < 0 ? pass : [...pass.slice(0, met), ...whole];
  return goOn({ ...paging, whole: joined }, paging.pass.length === 0);
};

/** How long to wait before the next page is asked for, in milliseconds: a list that lags is given time. */
export const pauseBefore = ({ StartIndex, passes }: Paging): number =>
  StartIndex > 0 || passes <= atOnce ? 0 : pauseAfter(passes - atOnce - 1);

const flaws: Readonly<Record<Flaw, readonly [expected: string, found: string]>> = {
  moving: [
    'pages that follow on each other',
    `pages with no row in common, however often it is read: fills may lie between them. Read it again later`,
  ],
  lagging: [
    'at least what it was before',
    'without fills that it had, however often it is read: they are missing until it has them again',
  ],
  unpaged: [
    'pages with older fills',
    'the same page over and over, or one of which nothing can be read: what lies behind it is missing',
  ],
};

/** A list of fills could not be read to its end, or lacks some. */
export const flawed = (call: string, flaw: Flaw): DecodeError => {
  const [expected, found] = flaws[flaw];
  return new DecodeError(call, [{ path: 'the list', expected, found }]);
};
