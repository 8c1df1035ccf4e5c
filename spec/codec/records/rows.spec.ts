import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { expectTypeOf } from 'expect-type';
import type { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import {
  Level2Column,
  type Level2Object,
  type Level2Row,
  level2RowToObject,
  Level2Rows,
} from '../../../src/codec/records/Level2Row.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { type TickerRow, tickerRowToObject, TickerRows } from '../../../src/codec/records/TickerRow.ts';
import { type TradeRow, tradeRowToObject, TradeRows } from '../../../src/codec/records/TradeRow.ts';

const level: Level2Row = [90493818, 2, 1790134049794, 0, 86754.79, 2, 86680.79, 7, 1.10678, 0];
const trade: TradeRow = [14, 2, 0.02, 1970, 5922, 5923, 1675332676849, 1, 0, 0, 0];
const bar: TickerRow = [1692926460000, 4, 1, 2, 3, 0, 0, 0, 1, 1692926400000];

describe('the rows of a book', () => {
  it('stay the arrays that they are', () => {
    const rows = [level, level];
    expect(
      pipe(
        Level2Rows.decode(rows),
        E.getOrElseW(() => undefined),
      ),
    ).toBe(rows);
  });

  it('drop columns that are not known', () => {
    expect(Level2Rows.decode([[...level, 'new']])).toEqual(E.right([level]));
  });

  it('say where they are wrong', () => {
    const wrong = pipe(Level2Rows.decode([level, level.with(6, null as never)]), E.mapLeft(mismatches));
    expect(wrong).toEqual(E.left([{ path: '1.6', expected: 'a decimal number', found: 'null' }]));
  });

  it('have names at the edge', () => {
    expect(level2RowToObject(level)).toEqual({
      MDUpdateId: 90493818,
      NumberOfAccounts: 2,
      ActionDateTime: 1790134049794,
      ActionType: 0,
      LastTradePrice: 86754.79,
      NumberOfOrders: 2,
      Price: 86680.79,
      ProductPairCode: 7,
      Quantity: 1.10678,
      Side: 0,
    });
    expectTypeOf<Level2Object['Price']>().toEqualTypeOf<Decimal>();
    expectTypeOf<keyof Level2Object>().toEqualTypeOf<keyof typeof Level2Column>();
    expect(Object.values(Level2Column)).toEqual([...level.keys()]);
  });
});

describe('the rows of trades', () => {
  it('stay the arrays that they are', () => {
    const rows = [trade];
    expect(
      pipe(
        TradeRows.decode(rows),
        E.getOrElseW(() => undefined),
      ),
    ).toBe(rows);
  });

  it('are read from objects with the places as keys', () => {
    expect(TradeRows.decode([Object.assign({}, trade), trade])).toEqual(E.right([trade, trade]));
  });

  it('are read from texts and booleans', () => {
    expect(TradeRows.decode([trade.with(2, '0.02' as never).with(9, true as never)])).toEqual(
      E.right([trade.with(9, 1)]),
    );
  });

  it('keep ids of 64 bits', () => {
    const large = trade.with(10, 2n ** 60n);
    expect(TradeRows.decode([large])).toEqual(E.right([large]));
    expect(E.isLeft(TradeRows.decode([trade.with(10, 2 ** 60)]))).toBe(true);
  });

  it.each([[null], [[]], [{}], [trade.slice(0, 10)]])('refuse %p', (row) => {
    expect(E.isLeft(TradeRows.decode([row]))).toBe(true);
  });

  it('have names at the edge', () => {
    expect(tradeRowToObject(trade)).toMatchObject({
      TradeId: 14,
      Price: 1970,
      TakerSide: 0,
      ClientOrderId: 0,
    });
  });
});

describe('the rows of bars', () => {
  it('stay the arrays that they are, with ten columns or nine', () => {
    const rows: readonly TickerRow[] = [bar, bar.slice(0, 9) as unknown as TickerRow];
    expect(
      pipe(
        TickerRows.decode(rows),
        E.getOrElseW(() => undefined),
      ),
    ).toBe(rows);
  });

  it('are read from objects with the places as keys, ten or nine', () => {
    const short = bar.slice(0, 9);
    expect(TickerRows.decode([Object.assign({}, bar), Object.assign({}, short)])).toEqual(
      E.right([bar, short]),
    );
  });

  it.each([
    [null],
    [{}],
    [bar.slice(0, 8)],
    [Object.assign({}, bar.slice(0, 8))],
    [[...bar.slice(0, 9), null]],
  ])('refuse %p', (row) => {
    expect(E.isLeft(TickerRows.decode([row]))).toBe(true);
  });

  it('have names at the edge', () => {
    expect(tickerRowToObject(bar)).toMatchObject({
      High: 4,
      Low: 1,
      Open: 2,
      Close: 3,
      BeginDateTime: 1692926400000,
    });
    expectTypeOf(tickerRowToObject(bar).BeginDateTime).toEqualTypeOf<number | undefined>();
  });
});
