import { createExchange, demoUsers } from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder, refusal } from '../support/dial.ts';

const [trader] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };
/** The largest id of 64 bits, which no `number` holds; and one whose neighbours round to the same. */
const longIds = [9_223_372_036_854_775_807n, 9_007_199_254_740_993n];

const withAccount = (act: (call: Call) => void): void => {
  const exchange = createExchange();
  act(dialAs(exchange, trader));
  exchange.close();
};

/** The payload as text, with an id in it that JSON.stringify cannot write. */
const withId = (fields: object, name: string, id: bigint, asText: boolean): string =>
  `${JSON.stringify(fields).slice(0, -1)},"${name}":${asText ? `"${id}"` : id}}`;

describe('an id that is no safe integer', () => {
  it.each(longIds.flatMap((id) => [false, true].map((asText) => [id, asText] as const)))(
    '%s finds its order, and no neighbour (as text: %s)',
    (id, asText) => {
      withAccount((call) => {
        call.ask('SendOrder', withId(limitOrder(0, '100.00', '1'), 'ClientOrderId', id, asText));
        const found = (wanted: bigint, field: string): unknown =>
          call.ask('GetOrdersHistory', withId(own, field, wanted, asText));

        expect(found(id, 'ClientOrderId')).toMatchObject([{ OrderId: 1 }]);
        expect(found(id, 'OriginalClientOrderId')).toMatchObject([{ OrderId: 1 }]);
        expect(found(id - 1n, 'ClientOrderId')).toEqual([]);
        expect(call.ask('CancelOrder', withId(own, 'ClOrderId', id, asText))).toMatchObject({ result: true });
      });
    },
  );

  it('is looked for, and not refused, by every query that names one', () => {
    withAccount((call) => {
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));
      const asked = [
        ['GetOrdersHistory', 'OrderId'],
        ['GetOrdersHistory', 'OriginalOrderId'],
        ['GetAccountTrades', 'OrderId'],
        ['GetTradesHistory', 'TradeId'],
        ['GetTradesHistory', 'ExecutionId'],
        ['GetAccountTransactions', 'TransactionId'],
        ['GetAccountTransactions', 'ReferenceId'],
      ] as const;
      for (const [name, field] of asked) {
        expect(call.ask(name, withId(own, field, longIds[0] ?? 0n, false))).toEqual([]);
      }
      for (const name of ['GetOrderStatus', 'GetOrderHistoryByOrderId']) {
        expect(call.ask(name, withId(own, 'OrderId', longIds[0] ?? 0n, false))).toEqual(
          refusal(104, 'Resource Not Found', 'Order not Found'),
        );
      }
    });
  });
});

describe('a number given as text', () => {
  it('is read where the field is a number', () => {
    withAccount((call) => {
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));
      const text = { OMSId: '1', AccountId: '7' };

      expect(call.ask('GetOpenOrders', text)).toHaveLength(1);
      expect(call.ask('GetOrderStatus', { ...text, OrderId: '1' })).toMatchObject({ OrderId: 1 });
      expect(call.ask('GetOrdersHistory', { ...text, Depth: '1', InstrumentId: '1' })).toHaveLength(1);
      expect(call.ask('SubscribeLevel2', { OMSId: '1', InstrumentId: '1', Depth: '10' })).toHaveLength(1);
      expect(
        call.ask('SubscribeTicker', {
          ...{ OMSId: '1', InstrumentId: '1', Interval: '60', IncludeLastCount: '5' },
        }),
      ).toEqual([]);
    });
  });

  it.each(['', 'x', '1.5', '1e3', ' 1', '99999999999999999999'])(
    'is refused where it is none: %p',
    (text) => {
      withAccount((call) => {
        expect(call.ask('GetOpenOrders', { OMSId: 1, AccountId: text })).toEqual(
          refusal(100, 'Invalid Request', 'AccountId must be an Integer'),
        );
      });
    },
  );
});
