import { GetInstrument } from '../../src/endpoints/instrument/GetInstrument.ts';
import { exact } from '../../src/exact.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';
import { received } from '../support/exchanged.ts';
import { runInProcess } from '../support/terminal.ts';

const called = (args: readonly string[], environment = {}) => runInProcess(['call', ...args], environment);

describe('call', () => {
  let exchange: ServedExchange;
  beforeAll(async () => {
    exchange = await serve({});
  });
  afterAll(() => exchange.close());
  const at = (): readonly string[] => ['--url', exchange.url, '--timeout', '5000'];

  it('prints the reply as the function reads it', async () => {
    const { ending, said: text } = await called(['GetInstrument', '{"InstrumentId":1}', ...at()]);
    expect(ending).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      InstrumentId: 1,
      Symbol: 'BTCUSDT',
      InstrumentType: 'Standard',
    });
  });

  it('prints with --exact what exact() of the library gives, digit for digit', async () => {
    const plain = await called(['GetInstrument', '{"InstrumentId":1}', ...at()]);
    const { ending, said: text } = await called(['GetInstrument', '{"InstrumentId":1}', '--exact', ...at()]);
    expect(ending).toBe(0);
    expect(JSON.parse(text)).toEqual(JSON.parse(plain.said));
    const expected = received(exact(GetInstrument), text) as Readonly<Record<string, unknown>>;
    expect(text).toContain(`"QuantityIncrement": ${String(expected['QuantityIncrement'])},`);
    expect(expected['InstrumentType']).toBe('Standard');
  });

  it.each([
    ['no function', [], "missing required argument 'function'"],
    [
      'words that were one object',
      ['Ping', '{"a":', '1}'],
      'Put the parameters in quotes, as one word: {"a": 1}',
    ],
    ['a name nearly right', ['GetIntrument'], 'Did you mean GetInstrument'],
    ['a stream', ['subscribelevel1'], 'subscribelevel1 is for a stream, which call does not follow'],
    ['parameters that are not JSON', ['Ping', '{bad'], 'The parameters are not JSON: {bad'],
    ['a time limit that is none', ['Ping', '{}', '--timeout', 'x'], 'It should be a whole number from 1 to'],
    ['an option that is none', ['Ping', '--loud'], "unknown option '--loud'"],
    [
      'an address that is none',
      ['Ping', '--url', 'example.com'],
      'It should be an address that begins with wss://',
    ],
  ])('says that the command line cannot be carried out at %s', async (_name, args, words) => {
    const { ending, said, logged } = await called(args);
    expect({ ending, said }).toEqual({ ending: 2, said: '' });
    expect(logged).toContain(words);
  });

  it.each([
    [{ NOTBANK_API_KEY: 'k', NOTBANK_USER_ID: '1' }, 'the environment has no NOTBANK_SECRET.'],
    [
      { NOTBANK_API_KEY: 'k', NOTBANK_SECRET: ' ' },
      'the environment has no NOTBANK_SECRET and no NOTBANK_USER_ID.',
    ],
    [{ NOTBANK_API_KEY: 'k', NOTBANK_SECRET: 's', NOTBANK_USER_ID: 'me' }, 'should be the number of a user.'],
  ])('says what a login lacks, and shows nothing of it: %j', async (environment, words) => {
    const { ending, logged } = await called(['Ping', '{}', ...at()], environment);
    expect(ending).toBe(2);
    expect(logged).toContain(words);
  });

  it('says of a call that needs a login that none was given', async () => {
    const { ending, logged } = await called(['GetOpenOrders', '{"AccountId":7}', ...at()]);
    expect(ending).toBe(1);
    expect(logged).toMatch(
      /^GetOpenOrders was refused: Endpoint Not Found\. The client has no credentials: [^.]+\. NOTBANK_API_KEY, NOTBANK_SECRET and NOTBANK_USER_ID give a login\.$/m,
    );
  });

  it('tells at once why it cannot connect, however long the reply may take', async () => {
    const gone = await serve({});
    await gone.close();
    const limit = ['--timeout', '500000000'];
    const { ending, logged } = await called(['Ping', '{}', '--url', gone.url, ...limit]);
    expect(ending).toBe(1);
    expect(logged).toMatch(/^Ping was not sent: .*ECONNREFUSED/);
  });

  it('tells at once that the login was refused', async () => {
    const wrong = { NOTBANK_API_KEY: 'k', NOTBANK_SECRET: 's', NOTBANK_USER_ID: '64' };
    const { ending, logged } = await called(['GetUserAccounts', '{}', ...at()], wrong);
    expect(ending).toBe(1);
    expect(logged).toMatch(/^GetUserAccounts was not sent: .*refused the credentials/);
  });

  it('rounds no parameter: what a number cannot hold goes out as it was written', async () => {
    const order = {
      InstrumentId: 1,
      AccountId: 7,
      Side: 'Buy',
      OrderType: 'Limit',
      TimeInForce: 'GTC',
      LimitPrice: 1,
    };
    const text = JSON.stringify(order).slice(0, -1);
    const refusals = ['0.1234567890123456789012', '0.10'].map((quantity) =>
      called(['SendOrder', `${text},"Quantity":${quantity},"Nonsense":${quantity}}`, ...at()]),
    );
    const [long, short] = (await Promise.all(refusals)).map(({ logged }) => logged);
    expect(long).toContain('"0.1234567890123456789012"');
    expect(short).toContain('Nonsense should be left out, as there is no such field, but is 0.1');
  });
});
