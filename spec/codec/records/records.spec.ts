import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { expectTypeOf } from 'expect-type';
import type * as t from 'io-ts';
import type { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import { fast } from '../../../src/codec/fast/fast.ts';
import { Instrument } from '../../../src/codec/records/Instrument.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { Order } from '../../../src/codec/records/Order.ts';
import { OrderTrade } from '../../../src/codec/records/OrderTrade.ts';
import { readExactJson } from '../../../src/json/exactJson.ts';
import { sampleText } from '../../support/samples.ts';

const sample = (file: string): Readonly<Record<string, unknown>> =>
  readExactJson(sampleText(file)) as Readonly<Record<string, unknown>>;

const valueOf = <A>(codec: t.Decoder<unknown, A>, u: unknown): A =>
  pipe(
    codec.decode(u),
    E.getOrElse((errors): A => {
      throw new Error(JSON.stringify(mismatches(errors)));
    }),
  );

const without = (key: string, object: object): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const order = sample('streams/order-state.object-working-limit.json');

describe('Order', () => {
  it('stays the object that it is, times of 64 bits and fields that are not known with it', () => {
    const value = { ...order, NewField: 1 };
    expect(valueOf(fast(Order), value)).toBe(value);
    expect(valueOf(fast(Order), value).LastUpdatedTimeTicks).toBe(638168047970264465n);
  });

  it('has no ask where the exchange writes the largest number', () => {
    expect(
      valueOf(fast(Order), sample('streams/order-state.object-user-modified.json')).InsideAsk,
    ).toBeNull();
  });

  it('is read from the short form of old gateways', () => {
    expect(valueOf(fast(Order), sample('streams/order-state.event-v33.json'))).toMatchObject({
      OrderId: 9849,
    });
  });

  it('names what is missing', () => {
    const wrong = pipe(fast(Order).decode(without('OrderState', order)), E.mapLeft(mismatches));
    expect(wrong).toEqual(
      E.left([{ path: 'OrderState', expected: 'a name or number of OrderState', found: 'undefined' }]),
    );
  });

  it('takes null where the exchange writes it, and nowhere else', () => {
    expect(valueOf(fast(Order), { ...order, RejectReason: null, AccountName: null })).toMatchObject({
      OrderId: 6627,
    });
    expect(E.isLeft(fast(Order).decode({ ...order, Price: null }))).toBe(true);
  });

  it('reads numbers of enumerations as names', () => {
    expect(valueOf(fast(Order), { ...order, Side: 1, OrderState: 'Fully Executed' })).toMatchObject({
      Side: 'Sell',
      OrderState: 'FullyExecuted',
    });
  });

  it('has a type with its fields', () => {
    expectTypeOf<Order['OrderId']>().toEqualTypeOf<number | bigint>();
    expectTypeOf<Order['InsideAsk']>().toEqualTypeOf<Decimal | null | undefined>();
    expectTypeOf<Order>().not.toHaveProperty('InstrumentId');
  });
});

describe('OrderTrade', () => {
  const trade = sample('streams/order-trade.object-apex4.json');

  it('has its times in their places', () => {
    expect(valueOf(fast(OrderTrade), trade)).toMatchObject({
      TradeTimeMS: 1681203988297,
      TradeTime: 638168007882966478n,
      InsideAsk: null,
    });
  });

  it('puts its times back in their places where the exchange has swapped them', () => {
    const swapped = { ...trade, TradeTimeMS: -8586675000000n, TradeTime: 1681203988297 };
    expect(valueOf(fast(OrderTrade), swapped)).toMatchObject({
      TradeTimeMS: 1681203988297,
      TradeTime: -8586675000000,
    });
  });

  it('has the other account as text, also where the exchange writes a number or nothing', () => {
    const counterPartyIn = (CounterParty: unknown): unknown =>
      valueOf(fast(OrderTrade), { ...trade, CounterParty }).CounterParty;
    expect(['9', 9, 2n ** 60n, null].map(counterPartyIn)).toEqual(['9', '9', '1152921504606846976', null]);
    expect(E.isLeft(fast(OrderTrade).decode({ ...trade, CounterParty: {} }))).toBe(true);
  });

  it('is read from the short form of old gateways', () => {
    const short = sample('streams/order-trade.event-v33.json');
    expect(valueOf(fast(OrderTrade), short)).toBe(short);
  });
});

describe('Instrument', () => {
  it('needs no more than old gateways send', () => {
    const [old] = readExactJson(sampleText('functions/GetInstruments.reply.03.json')) as readonly object[];
    expect(valueOf(fast(Instrument), old)).toBe(old);
    expect(E.isLeft(fast(Instrument).decode(without('Symbol', old ?? {})))).toBe(true);
  });
});
