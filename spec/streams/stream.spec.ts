import { streamOf } from '../../src/streams/stream.ts';
import { topic } from '../../src/streams/topic.ts';
import { quotes } from '../support/quotes.ts';
import { beginWith, callsOf, settled } from '../support/streams.ts';

describe('streamOf', () => {
  it('is alone at its key, with a snapshot, and renewed when unreadable, where the topic does not say', () => {
    const stream = settled(topic({ ...quotes, key: () => 'k' }), { Id: 1 });
    expect(stream).toMatchObject({
      key: 'SubscribeQuotes k',
      group: 'SubscribeQuotes k',
      routes: ['k'],
      amount: 0,
      importance: 'market',
      hasSnapshot: true,
      whenUnreadable: 'renew',
      isRetaining: true,
    });
    expect(stream.news(1, 2)).toBe(1);
    expect(stream.identity(1)).toBeUndefined();
    expect(callsOf(stream).map((call) => (call as readonly unknown[])[0])).toEqual([
      'SubscribeQuotes',
      'UnsubscribeQuotes',
    ]);
    expect(streamOf.length).toBe(2);
  });

  it.each([
    [() => 5, 5],
    [() => NaN, 0],
    [() => undefined as unknown as number, 0],
  ])(
    'asks for as much as the topic says, and for nothing more where that is no number (%#)',
    (amount, asked) => {
      expect(settled(topic({ ...quotes, amount }), { Id: 1 }).amount).toBe(asked);
    },
  );

  it('makes the first state of the reply, and knows a refusal in its own words', () => {
    const refusal = ({ Price }: { readonly Price: number }) =>
      Price < 0 ? { code: 7, errormsg: 'Below zero.', detail: null } : undefined;
    const stream = settled(topic({ ...quotes, refusal }), { Id: 1 });
    expect(beginWith(stream, '{"Id":1,"Price":3}')).toBe(3);
    expect(beginWith(stream, '{"Id":1,"Price":-3}')).toMatch(/refused: Below zero/);
    expect(beginWith(stream, '{"Id":1}')).toMatch(/Price/);
  });
});
