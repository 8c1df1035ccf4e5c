import type { Observable } from 'rxjs';
import {
  bars$,
  type Client,
  follow$,
  orderBook$,
  type OrderBookView,
  SubscribeLevel1,
  SubscribeLevel2,
  type Trust,
} from '../../../src/index.ts';

/** What keeps anything of a stream while it is followed, from its first value on. */
export const beginningsOf = (
  client: Client,
  stream: string,
): readonly (readonly [string, Observable<Trust | OrderBookView>])[] => {
  const [kind, instrument] = stream.split(':');
  const of = { InstrumentId: Number(instrument) };
  if (kind === 'Level1') return [['summary', follow$(client, SubscribeLevel1, of)]];
  if (kind === 'Ticker') return [['bars', bars$(client, { ...of, Interval: 60 })]];
  if (kind !== 'Level2') return [];
  return [
    ['book', follow$(client, SubscribeLevel2, of)],
    ['orderBook', orderBook$(client, of)],
  ];
};
