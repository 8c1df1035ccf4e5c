import { firstValueFrom } from 'rxjs';
import { type Client, createClient } from '../../src/client.ts';
import type { Endpoint } from '../../src/endpoint.ts';
import { GetInstruments } from '../../src/endpoints/instrument/GetInstruments.ts';
import { Ping } from '../../src/endpoints/system/Ping.ts';
import { ConnectionLost } from '../../src/errors.ts';
import { request$ } from '../../src/requests/request.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';

describe('a query whose reply is larger than the client takes', () => {
  let server: ServedExchange;
  let client: Client;

  beforeAll(async () => {
    server = await serve();
    client = createClient({ url: server.url, maxPayload: 1_000, backoff: () => 1 });
  });
  afterAll(async () => {
    client.close();
    await server.close();
  });

  const failure = <A, B>(endpoint: Endpoint<A, B>, params: A): Promise<unknown> =>
    firstValueFrom(request$(client, endpoint, params)).catch((error: unknown) => error);

  it('is told so, was sent, and can be asked no better on the next socket; others can', async () => {
    const error = await failure(GetInstruments, {});

    expect(error).toBeInstanceOf(ConnectionLost);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /A message larger than maxPayload \(1000 bytes\) ended it; it may be the reply: ask for less, or raise maxPayload\.$/,
      ) as unknown,
      ...{ call: 'GetInstruments', sent: true },
      cause: { code: 1009, maxPayload: 1_000 },
    });
    expect(await firstValueFrom(request$(client, Ping, {}))).toEqual({ msg: 'PONG' });
  });

  it('is told how many calls it may have been, where several were in flight', async () => {
    await firstValueFrom(client.socket$);
    const errors = await Promise.all([failure(GetInstruments, {}), failure(GetInstruments, {})]);

    for (const error of errors) {
      expect(error).toMatchObject({
        message: expect.stringContaining('it may be the reply to any of 2 calls in flight') as unknown,
      });
    }
  });
});
