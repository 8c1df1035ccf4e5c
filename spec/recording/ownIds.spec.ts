import { createNotedIds, createOwnIds } from '../../src/recording/ownIds.ts';
import { requestKey } from '../../src/recording/requestKey.ts';

const request = (name: string, payload: unknown) => ({
  ...{ type: 0 as const, sequence: 2, name, payload: JSON.stringify(payload) },
});
const order = (ClientOrderId: number, Quantity = 1) => request('SendOrder', { Quantity, ClientOrderId });
const look = (ClientOrderId: number) => request('GetOrdersHistory', { ClientOrderId });

describe('the ids of a recording', () => {
  it('do not count where they are new, and do where they were there before', () => {
    const ids = createNotedIds();
    const keyOf = (frame: ReturnType<typeof request>) => {
      const key = requestKey(frame, ids.compared);
      return [key, ids.takeNew()] as const;
    };
    const [first, firstIds] = keyOf(order(1839012968541303));
    const [second, secondIds] = keyOf(order(1839012968541304));
    expect(first).toBe(second);
    expect([firstIds, secondIds]).toEqual([['1839012968541303'], ['1839012968541304']]);
    expect(keyOf(look(1839012968541303))[0]).not.toBe(keyOf(look(1839012968541304))[0]);
    expect(keyOf(order(1839012968541305, 2))[0]).not.toBe(first);
  });

  it('are found in lists, under every name, and 0 is none', () => {
    const ids = createNotedIds();
    const orders = [{ ClientOrderId: 1 }, { ClOrderId: 2 }, { clientOrdId: 3 }, { ClientOrderId: 0 }];
    requestKey(request('SendOrderList', { Orders: orders, OrderId: 9 }), ids.compared);
    expect(ids.takeNew()).toEqual(['1', '2', '3']);
  });
});

describe('the ids of a client that plays a recording', () => {
  it('stand for those of the recording, in what it asks and in what it hears', () => {
    const recorded = createNotedIds();
    const played = createOwnIds();
    const recordedOrder = requestKey(order(100), recorded.compared);
    const recordedIds = recorded.takeNew();
    const [playedOrder, fresh] = played.read((compared) => requestKey(order(777), compared));
    expect(playedOrder).toBe(recordedOrder);

    played.pair(fresh, recordedIds);
    const [playedLook] = played.read((compared) => requestKey(look(777), compared));
    expect(playedLook).toBe(requestKey(look(100), recorded.compared));
    const event = (id: number) =>
      JSON.stringify({ m: 3, o: JSON.stringify({ OrderId: 100, ClientOrderId: id, Price: 100 }) });
    expect(played.asClient(event(100))).toBe(event(777));
    expect(played.asClient(event(101))).toBe(event(101));
    expect(played.asClient('{"ClOrderId": "100"}')).toBe('{"ClOrderId": "777"}');
  });

  it('are left as they are where the client takes the same', () => {
    const played = createOwnIds();
    played.pair(['1001'], ['1001']);
    const text = '{"ClientOrderId":1001}';
    expect(played.asClient(text)).toBe(text);
  });
});
