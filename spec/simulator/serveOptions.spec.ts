import { serve, type ServeOptions } from '../../src/simulator/node.ts';
import { createExchange } from '../../src/simulator/index.ts';

/** As from plain JavaScript. */
const served = (options: unknown) => serve(options as ServeOptions);

describe('the options of a server', () => {
  it.each([
    [{ crowd: 5 }, 'crowd should be within the option exchange, as { exchange: { crowd } }, but is 5'],
    [{ prot: 5 }, 'prot should be left out, or spelt port, but is 5'],
    [{ port: NaN }, 'port should be a whole number from 0 to 65535 but is NaN'],
    [{ port: '8080' }, 'port should be a whole number from 0 to 65535 but is a string'],
    [{ host: 5 }, 'host should be a text but is 5'],
    [{ maxConnections: NaN }, 'maxConnections should be a number from 0 on but is NaN'],
    [{ maxPayload: 0 }, 'maxPayload should be a number above 0 but is 0'],
    [{ tls: true }, 'tls should be an object with key and cert but is a boolean'],
    [{ tls: { key: 'x' } }, 'tls.cert should be a text in PEM format but is undefined'],
    [{ exchange: 5 }, 'exchange should be an exchange, or the options of a new one, but is 5'],
    [
      { exchange: { transport: 5 } },
      'exchange should be an exchange, or the options of a new one, but is an',
    ],
    [{ exchange: { crowds: 5 } }, 'exchange.crowds should be left out, or spelt crowd or rows, but is 5'],
    [
      { exchange: { latency: NaN } },
      'exchange.latency should be a finite number of milliseconds from 0 on but',
    ],
    [null, 'the value should be an object of options but is null'],
  ])('are refused by name where they cannot be meant: %j', async (options, message) => {
    const refusal = served(options);
    await expect(refusal).rejects.toThrow(RangeError);
    await expect(refusal).rejects.toThrow(`The options of serve cannot be meant: ${message}`);
  });

  it.each([
    [undefined],
    [{}],
    [{ port: 0, host: '127.0.0.1', maxConnections: 2, maxPayload: 1_000, tls: undefined }],
    [{ exchange: { crowd: 250 } }],
    [{ exchange: createExchange() }],
    [{ exchange: Object.create(createExchange()) as unknown }],
  ])('are taken where they can be meant (%#)', async (options) => {
    const { url, close } = await served(options);
    await close();
    expect(url).toMatch(/^ws:/);
  });
});
