import { expectTypeOf } from 'expect-type';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { firstValueFrom } from 'rxjs';
import type { Exact } from '../src/codec/scalars/Exact.ts';
import type { Level1 } from '../src/codec/records/Level1.ts';
import { Decimal } from '../src/codec/scalars/Decimal.ts';
import { Integer } from '../src/codec/scalars/Integer.ts';
import { Long } from '../src/codec/scalars/Long.ts';
import { endpoint, type Endpoint } from '../src/endpoint.ts';
import { GetInstruments } from '../src/endpoints/instrument/GetInstruments.ts';
import { GetL2Snapshot } from '../src/endpoints/market-data/GetL2Snapshot.ts';
import { GetLevel1, type GetLevel1Request } from '../src/endpoints/market-data/GetLevel1.ts';
import { SendOrder } from '../src/endpoints/trading/SendOrder.ts';
import { isNotAuthorized, type GatewayError } from '../src/errors.ts';
import { exact } from '../src/exact.ts';
import { request$ } from '../src/requests/request.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';
import { connect } from './support/connect.ts';
import { received, sent } from './support/exchanged.ts';

/** What stands in for a library of decimals: a whole number of units, and how many digits are after the point. */
interface Money {
  readonly units: bigint;
  readonly scale: number;
}
const money = (text: string): Money => {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
};

/** A decimal as an exchange writes it: up to 28 digits, zeros at the end among them. */
const decimalText = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.option(fc.stringMatching(/^\d{0,3}0$/)))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));

const GetThing = endpoint({
  name: 'GetThing',
  request: t.type({}),
  reply: t.type({ Id: Long, Count: Integer, Price: Decimal }),
});

describe('an exact function', () => {
  it('gives the digits of decimals, and all else as ever', () => {
    const text =
      '{"OMSId":1,"InstrumentId":7,"BestBid":104300.00,"LastTradeTime":1700000000000,"TimeStamp":"1700000000000"}';
    expect(received(exact(GetLevel1), text)).toEqual({
      OMSId: 1,
      InstrumentId: 7,
      BestBid: '104300.00',
      LastTradeTime: 1700000000000,
      TimeStamp: '1700000000000',
    });
    expectTypeOf(exact(GetLevel1)).toEqualTypeOf<Endpoint<GetLevel1Request, Exact<Level1>>>();
  });

  it('keeps 28 digits and every zero at the end', () => {
    fc.assert(
      fc.property(decimalText, (price) => {
        const reply = received(exact(GetThing), `{"Id":9007199254740993,"Count":3,"Price":${price}}`);
        expect(reply).toEqual({ Id: 9007199254740993n, Count: 3, Price: price });
      }),
    );
  });

  it('gives what a function of the caller makes of the text', () => {
    const ExactThing = exact(GetThing, money);
    expect(received(ExactThing, '{"Id":1,"Count":3,"Price":0.10}')).toEqual({
      Id: 1,
      Count: 3,
      Price: { units: 10n, scale: 2 },
    });
    expectTypeOf(ExactThing.reply).toEqualTypeOf<
      t.Decoder<unknown, { Id: number | bigint; Count: number; Price: Money }>
    >();
  });

  it('reads decimals that are written as text in the same way', () => {
    expect(received(exact(GetThing, money), '{"Id":"1","Count":"3","Price":"0.10"}')).toEqual({
      Id: 1,
      Count: 3,
      Price: { units: 10n, scale: 2 },
    });
  });

  it('treats a number that its codec does not know as a decimal', () => {
    const reply = received(exact(GetThing), '{"Id":1,"Count":3,"Price":1,"Fee":{"Rate":0.00250}}');
    expect(reply).toMatchObject({ Fee: { Rate: '0.00250' } });
  });

  it('reads a payload that came as a value as far as that has kept the digits', () => {
    const value: unknown = { Id: 1, Count: 3, Price: 0.5 };
    expect(received(exact(GetThing), value as string)).toEqual({ Id: 1, Count: 3, Price: '0.5' });
  });

  it('says what is wrong in the words of the plain one', () => {
    const texts = ['{"Id":1.5,"Count":3,"Price":1}', '{"Id":1,"Count":"x","Price":null}', '[1]', 'words', ''];
    for (const text of texts) expect(received(exact(GetThing), text)).toBe(received(GetThing, text));
  });

  it('is a misunderstanding where the function of the caller throws', () => {
    const refuse = (): never => {
      throw new Error('no such number');
    };
    expect(received(exact(GetThing, refuse), '{"Id":1,"Count":3,"Price":1}')).toMatch(/no such number/);
  });

  it('knows a refusal, and its code', async () => {
    const no = { result: false, errormsg: 'Not Authorized', errorcode: 20, detail: { AccountId: 7.5 } };
    const client = connect(scriptedExchange({ answer: () => no }));
    const error = await firstValueFrom(request$(client, exact(GetThing), {})).catch(
      (thrown: unknown) => thrown,
    );
    client.close();
    expect(error).toMatchObject({ code: 20, errormsg: 'Not Authorized', detail: '{"AccountId":7.5}' });
    expect(isNotAuthorized(error as GatewayError)).toBe(true);
  });

  it('sends what the plain one sends', () => {
    expect(sent(exact(GetL2Snapshot), { InstrumentId: 1, Depth: 5 })).toBe(
      sent(GetL2Snapshot, { InstrumentId: 1, Depth: 5 }),
    );
    expect(exact(SendOrder).isCommand).toBe(true);
    expect(exact(GetInstruments).name).toBe('GetInstruments');
  });
});

describe('a decimal that the caller gives as text', () => {
  it('is on the wire digit for digit', () => {
    fc.assert(
      fc.property(decimalText, decimalText, (price, quantity) => {
        const text = sent(SendOrder, {
          InstrumentId: 1,
          AccountId: 7,
          Side: 'Buy',
          OrderType: 'Limit',
          TimeInForce: 'GTC',
          Quantity: quantity,
          LimitPrice: price,
        });
        const { Quantity, LimitPrice } = JSON.parse(text) as Readonly<Record<string, unknown>>;
        expect([Quantity, LimitPrice]).toEqual([quantity, price]);
      }),
    );
  });
});
