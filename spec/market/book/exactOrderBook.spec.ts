import { Big } from 'big.js';
import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import { exact } from '../../../src/exact.ts';
import { MessageType } from '../../../src/frame.ts';
import type { ExactOrderBookView } from '../../../src/market/book/exactOrderBook.ts';
import { orderBook$, type OrderBookView } from '../../../src/market/book/orderBook.ts';
import { scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';
import { connect } from '../../support/connect.ts';
import { marbles } from '../../support/marbles.ts';
import { watch } from '../../support/watchedBook.ts';

const big = exact(SubscribeLevel2, (text) => new Big(text));
const at = { InstrumentId: 1 };

const row = (side: number, price: string, quantity: string): string =>
  `[1,1,1700000000000,0,100,3,${price},1,${quantity},${side}]`;
/** Bid and ask are one double. */
const close = `[${row(0, '9007199254740993.01', '0.10')},${row(1, '9007199254740993.03', '2.50')}]`;

/** An exchange that tells its book digit for digit. */
const exactExchange = (told = { snapshot: close, answer: close }) => {
  const exchange = scriptedExchange({
    answer: ({ name }) => {
      if (name === 'SubscribeLevel2') return told.snapshot;
      if (name === 'GetL2Snapshot') return told.answer;
      return { result: true, errormsg: null, errorcode: 0, detail: null };
    },
  });
  const frame = (...rows: readonly string[]) =>
    exchange.push({ type: MessageType.Event, name: 'Level2UpdateEvent', payload: `[${rows.join()}]` });
  return { ...exchange, frame };
};

const collect = <T>(source$: Observable<T>): T[] => {
  const seen: T[] = [];
  source$.subscribe((value) => seen.push(value));
  return seen;
};

describe('orderBook$, read exactly', () => {
  it('has its types by what the values are made of', () => {
    const client = connect(exactExchange());
    expectTypeOf(orderBook$(client, at, { level2: big })).toEqualTypeOf<
      Observable<ExactOrderBookView<Big>>
    >();
    expectTypeOf(orderBook$(client, at, { level2: exact(SubscribeLevel2) })).toEqualTypeOf<
      Observable<ExactOrderBookView>
    >();
    expectTypeOf(orderBook$(client, at, { audit: false })).toEqualTypeOf<Observable<OrderBookView>>();
    client.close();
  });

  it('is restoring at once, then live, and a view a frame, in values of big.js', () => {
    const exchange = exactExchange();
    const client = connect(exchange);
    const views = collect(orderBook$(client, at, { level2: big }));
    exchange.frame(row(0, '9007199254740993.02', '0.30'));
    expect(views.map(({ status, epoch }) => `${status} ${epoch}`)).toEqual([
      'restoring 0',
      'live 1',
      'live 1',
    ]);
    const [, first, last] = views;
    expect(first?.best.bid?.price.toFixed()).toBe('9007199254740993.01');
    expect(last?.best.bid?.price.toFixed()).toBe('9007199254740993.02');
    expect(last?.spread?.toFixed()).toBe('0.01');
    expect(last?.toFill('Buy', '1.25').value.toFixed()).toBe('11258999068426241.2875');
    expect(last?.InstrumentId).toBe(1);
    client.close();
  });

  it('is as its exchange writes it where it is read as text', () => {
    const client = connect(exactExchange());
    const views = collect(orderBook$(client, { ...at, depth: 1 }, { level2: exact(SubscribeLevel2) }));
    client.close();
    expect(views.at(1)?.best.bid).toMatchObject({ price: '9007199254740993.01', quantity: '0.10' });
  });

  it('is live where only doubles would be crossed, and crossed where digits are', () => {
    const exchange = exactExchange();
    const client = connect(exchange);
    const exactly = collect(orderBook$(client, at, { level2: big }));
    exchange.frame(row(0, '9007199254740993.03', '1'));
    exchange.frame(row(0, '9007199254740993.03', '0'));
    const plain = watch(client);
    client.close();
    const statuses = exactly.map(({ status }) => status);
    expect(statuses.slice(0, 4)).toEqual(['restoring', 'live', 'crossed', 'live']);
    expect(plain.views.map(({ status }) => status)).toContain('crossed');
  });

  it('shares one subscription with plain consumers, begun afresh for the first of either kind', () => {
    const exchange = exactExchange();
    const client = connect(exchange);
    const [one, other] = [big, exact(SubscribeLevel2)].map((level2) =>
      collect<{ readonly status: string }>(orderBook$(client, at, { level2 } as { level2: typeof big })),
    );
    watch(client);
    const names = exchange.received.map(({ name }) => name);
    client.close();
    expect(names).toEqual(['SubscribeLevel2', 'UnsubscribeLevel2', 'SubscribeLevel2']);
    expect([one?.length, other?.length].every((count) => Number(count) > 1)).toBe(true);
  });

  it('is audited to the last digit, and begun afresh where that differs', () => {
    marbles(({ cold, flush }) => {
      const told = {
        snapshot: close,
        answer: `[${row(0, '9007199254740993.010', '0.1')},${row(1, '9007199254740993.03', '2.5')}]`,
      };
      const exchange = exactExchange(told);
      const client = connect(exchange);
      const views = collect(orderBook$(client, at, { level2: big, auditAfter: 1_000 }));
      cold('10s w 10s x').subscribe((act) => {
        if (act === 'x') {
          client.close();
          return;
        }
        expect(views.at(-1)?.status).toBe('live');
        told.answer = close.replace('0.10,', '0.10000000000000000001,');
      });
      flush();
      expect(views.some(({ status }) => status === 'stale')).toBe(true);
      expect(views.at(-1)?.repairs.differences).toBeGreaterThan(0);
      expect(views.find(({ status }) => status === 'stale')?.repairs.audits).toBeGreaterThan(3);
    });
  });

  it('fails with a DecodeError where its values cannot be made', () => {
    const client = connect(exactExchange());
    const level2 = exact(SubscribeLevel2, (): Big => {
      throw new Error('too long');
    });
    const views = collect(orderBook$(client, at, { level2 }));
    client.close();
    expect(views.map(({ status }) => status)).toEqual(['restoring', 'failed']);
    expect(views.at(-1)?.cause).toMatchObject({ _tag: 'DecodeError' });
  });
});
