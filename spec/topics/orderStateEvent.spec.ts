import { plainly } from '../../src/streams/reading.ts';
import { orderStateEvent } from '../../src/topics/orderStateEvent.ts';
import { sampleText } from '../support/samples.ts';

const followed = { has: () => true, all: () => [] };

describe('orderStateEvent', () => {
  it('goes to the account and to the instrument of it', () => {
    const text = sampleText('streams/order-state.object-working-limit.json');
    const { Account, Instrument } = JSON.parse(text) as { Account: number; Instrument: number };
    const routes: unknown[] = [];
    expect(orderStateEvent.reader(plainly)(text, (route) => routes.push(route), followed)).toEqual([]);
    expect(routes).toEqual([`${Account}`, `${Account}:${Instrument}`]);
  });

  it('tells both where it is broken, and nobody where it names no account', () => {
    const read = orderStateEvent.reader(plainly);
    const misread = (payload: string) => read(payload, () => undefined, followed).map(({ routes }) => routes);
    expect(misread('{"Account":4,"Instrument":1,"OrderId":"x"}')).toEqual([['4', '4:1']]);
    expect(misread('{"OrderId":"x"}')).toEqual([[]]);
  });
});
