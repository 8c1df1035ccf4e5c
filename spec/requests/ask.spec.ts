import * as t from 'io-ts';
import { endpoint } from '../../src/endpoint.ts';
import { askOn } from '../../src/requests/ask.ts';
import { openedSocket } from '../support/openSocket.ts';

describe('askOn', () => {
  it('asks on its socket, once for each subscription', () => {
    const { socket, terms, received, reply } = openedSocket();
    const Add = endpoint({ name: 'Add', request: t.type({ a: t.number }), reply: t.number });
    const asking = askOn(socket, terms);
    const sums: number[] = [];
    asking(Add, { a: 1 }).subscribe((sum) => sums.push(sum));
    reply(2, 'Add', 3);

    expect(asking.socket).toBe(socket);
    expect(received.map(({ payload }) => payload)).toEqual([{ a: 1 }]);
    expect(sums).toEqual([3]);
  });
});
