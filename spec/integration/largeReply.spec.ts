import { firstValueFrom } from 'rxjs';
import { type Client, createClient } from '../../src/client.ts';
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

  it('is told so, was sent, and can be asked no better on the next socket; others can', async () => {
    const asked = firstValueFrom(request$(client, GetInstruments, {})).catch((error: unknown) => error);
    const error = await asked;
    expect(error).toBeInstanceOf(ConnectionLost);
    expect(error).toMatchObject({ call: 'GetInstruments', sent: true });
    expect((error as ConnectionLost).cause).toMatchObject({
      message: expect.stringContaining(
        'exceeds maxPayload (1000 bytes): ask for less, or raise maxPayload',
      ) as unknown,
    });
    expect(await firstValueFrom(request$(client, Ping, {}))).toEqual({ msg: 'PONG' });
  });
});
