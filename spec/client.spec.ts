import { createClient, Ping, request$ } from '../src/index.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';

describe('createClient', () => {
  it('makes a client that is closed at the end of the block that uses it', () => {
    const { transport, open } = scriptedExchange();
    const ends: unknown[] = [];
    const client = createClient({ transport, keepAlive: false });
    request$(client, Ping, {}).subscribe({ error: (error: unknown) => ends.push((error as Error).name) });
    expect(open()).toBe(1);

    client[Symbol.dispose]();

    expect(ends).toEqual(['ConnectionLost']);
    expect(open()).toBe(0);
  });
});
