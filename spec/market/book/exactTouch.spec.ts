import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import { exact } from '../../../src/exact.ts';
import { MessageType } from '../../../src/frame.ts';
import type { ExactTouchView } from '../../../src/market/book/exactTouch.ts';
import { touch$ } from '../../../src/market/book/touch.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';
import { bookExchange } from '../../support/watchedBook.ts';

const row = (side: number, price: string, quantity: string): string =>
  `[[1,1,1700000000000,0,100,3,${price},1,${quantity},${side}]]`;

describe('touch$, read exactly', () => {
  it('emits when the digits of the best bid or ask change, and for nothing behind them', () => {
    const exchange = bookExchange();
    const client = exchange.client();
    const touches$ = touch$(client, { InstrumentId: 1 }, { level2: exact(SubscribeLevel2) });
    expectTypeOf(touches$).toEqualTypeOf<Observable<ExactTouchView>>();
    const seen: string[] = [];
    touches$.subscribe(({ status, best: { bid, ask } }) =>
      seen.push(`${status} ${bid?.price} x ${bid?.quantity}, ${ask?.price}`),
    );
    const push = (payload: string) =>
      exchange.push({ type: MessageType.Event, name: 'Level2UpdateEvent', payload });
    push(row(0, '98', '1'));
    push(row(0, '99.0', '1.00'));
    push(row(0, '99', '1.00000000000000000001'));
    push(row(0, '99.00000000000000000001', '3'));
    push(row(1, '101', '0'));
    client.close();
    expect(seen).toEqual([
      'restoring undefined x undefined, undefined',
      'live 99 x 1, 101',
      'live 99 x 1.00000000000000000001, 101',
      'live 99.00000000000000000001 x 3, 101',
      'live 99.00000000000000000001 x 3, undefined',
      'restoring 99.00000000000000000001 x 3, undefined',
    ]);
  });
});
