import { expectTypeOf } from 'expect-type';
import type { AccountPosition } from '../../../src/codec/records/AccountPosition.ts';
import { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import type { Exact } from '../../../src/codec/scalars/Exact.ts';
import type { Level1 } from '../../../src/codec/records/Level1.ts';
import type { Level2Object, Level2Row } from '../../../src/codec/records/Level2Row.ts';
import type { Order } from '../../../src/codec/records/Order.ts';
import type { Level2Message } from '../../../src/topics/SubscribeLevel2.ts';

interface Big {
  readonly plus: (other: Big) => Big;
}

describe('the type Decimal', () => {
  it('is a number to whoever reads or makes one', () => {
    const price: Decimal = 1.5;
    expectTypeOf<Decimal>().toExtend<number>();
    expectTypeOf<number>().toExtend<Decimal>();
    expectTypeOf(price * 2).toEqualTypeOf<number>();
    expectTypeOf(Math.max(price, 1)).toEqualTypeOf<number>();
    expect(Decimal.is(price)).toBe(true);
  });
});

describe('the type Exact', () => {
  it('replaces the decimals of an order, and leaves ids, times, names and their absence', () => {
    expectTypeOf<Exact<Order>['Price']>().toEqualTypeOf<string>();
    expectTypeOf<Exact<Order>['StopPrice']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Exact<Order>['InsideAsk']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Exact<Order, Big>['InsideAsk']>().toEqualTypeOf<Big | null | undefined>();
    type Kept =
      'OrderId' | 'Instrument' | 'ReceiveTime' | 'ReceiveTimeTicks' | 'Side' | 'UserName' | 'IsQuote';
    expectTypeOf<Pick<Exact<Order>, Kept>>().toEqualTypeOf<Pick<Order, Kept>>();
    expectTypeOf<keyof Exact<Order>>().toEqualTypeOf<keyof Order>();
  });

  it('replaces the decimals of a row in their places', () => {
    expectTypeOf<Exact<Level2Row, Big>>().toEqualTypeOf<
      readonly [
        MDUpdateId: number,
        NumberOfAccounts: number,
        ActionDateTime: number,
        ActionType: number,
        LastTradePrice: Big,
        NumberOfOrders: number,
        Price: Big,
        ProductPairCode: number,
        Quantity: Big,
        Side: number,
      ]
    >();
    expectTypeOf<Exact<Level2Object>['Quantity']>().toEqualTypeOf<string>();
  });

  it('replaces those of the best prices, and leaves counts and times', () => {
    expectTypeOf<Exact<Level1>['BestBid']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Exact<Level1>['TimeStamp']>().toEqualTypeOf<string | number | undefined>();
    expectTypeOf<Exact<Level1>['CurrentDayNumTrades']>().toEqualTypeOf<number | undefined>();
  });

  it('replaces every amount of a position', () => {
    expectTypeOf<
      Pick<Exact<AccountPosition>, 'Amount' | 'Hold' | 'ProductId' | 'ProductSymbol'>
    >().toEqualTypeOf<{
      readonly Amount: string;
      readonly Hold: string;
      readonly ProductId: number;
      readonly ProductSymbol: string;
    }>();
  });

  it('goes through unions and lists, and leaves what is unknown', () => {
    expectTypeOf<Exact<Level2Message>['payload']>().toEqualTypeOf<readonly Exact<Level2Row>[]>();
    expectTypeOf<Exact<Level2Message>['_tag']>().toEqualTypeOf<'Snapshot' | 'Update'>();
    expectTypeOf<Exact<unknown>>().toEqualTypeOf<unknown>();
    expectTypeOf<Exact<readonly unknown[]>>().toEqualTypeOf<readonly unknown[]>();
  });
});
