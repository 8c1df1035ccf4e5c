import type { ToValue } from '../../book/ExactLevel.ts';
import { digits } from '../../json/Digits.ts';
import type { SnapshotOrUpdate } from '../../streams/SnapshotOrUpdate.ts';
import type { Topic } from '../../streams/topic.ts';
import type { SubscribeLevel2Request } from '../../topics/SubscribeLevel2.ts';
import type { OrderBookOptions } from './bookOptions.ts';

/** Rows of `SubscribeLevel2` with a `V` for each decimal. */
type Rows<V> = readonly (readonly [
  MDUpdateId: number,
  NumberOfAccounts: number,
  ActionDateTime: number,
  ActionType: number,
  LastTradePrice: V,
  NumberOfOrders: number,
  Price: V,
  ProductPairCode: number,
  Quantity: V,
  Side: number,
])[];

/** The topic `exact(SubscribeLevel2, toValue)`, where `V` is the type that `toValue` returns. */
export type ExactLevel2<V> = Topic<SubscribeLevel2Request, Rows<V>, SnapshotOrUpdate<Rows<V>>>;

/** Options of `orderBook$` and `touch$` with exact decimals. */
export interface ExactBookOptions<V> extends OrderBookOptions {
  /**
   * How decimals are read: `exact(SubscribeLevel2)` gives them as text, `exact(SubscribeLevel2, toValue)` gives what
   * `toValue` makes of the text.
   */
  readonly level2: ExactLevel2<V>;
}

/** What makes the values of an exact topic. */
export const toValueOf =
  <V>({ finish }: ExactLevel2<V>): ToValue<V> =>
  (text) =>
    // It makes a value of all digits in what it is given, and that is digits alone.
    (finish === undefined ? Number(text) : finish<unknown>(digits(text))) as V;
