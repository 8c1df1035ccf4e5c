import { callCommand } from '../../src/cli/call.ts';
import { GetInstrument } from '../../src/endpoints/instrument/GetInstrument.ts';
import { exact } from '../../src/exact.ts';
import { serve, type ServedExchange } from '../../src/simulator/node.ts';
import { received } from '../support/exchanged.ts';
import { createTerminal } from '../support/terminal.ts';

const called = async (args: readonly string[]) => {
  const { terminal, said, logged } = createTerminal();
  const code = await callCommand.run(args, terminal);
  return { code, logged, text: said.join('\n') };
};

describe('call', () => {
  let exchange: ServedExchange;
  beforeAll(async () => {
    exchange = await serve({});
  });
  afterAll(() => exchange.close());
  const at = (): readonly string[] => ['--url', exchange.url, '--timeout', '5000'];

  it('prints the reply as the function reads it', async () => {
    const { code, text } = await called(['GetInstrument', '{"InstrumentId":1}', ...at()]);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      InstrumentId: 1,
      Symbol: 'BTCUSDT',
      InstrumentType: 'Standard',
    });
  });

  it('prints with --exact what exact() of the library gives, digit for digit', async () => {
    const plain = await called(['GetInstrument', '{"InstrumentId":1}', ...at()]);
    const { code, text } = await called(['GetInstrument', '{"InstrumentId":1}', '--exact', ...at()]);
    expect(code).toBe(0);
    expect(JSON.parse(text)).toEqual(JSON.parse(plain.text));
    const expected = received(exact(GetInstrument), text) as Readonly<Record<string, unknown>>;
    expect(text).toContain(`"QuantityIncrement": ${String(expected['QuantityIncrement'])},`);
    expect(expected['InstrumentType']).toBe('Standard');
  });

  it.each([
    ['no function', [], 'Which function? usage: notbank-rx call FUNCTION'],
    ['words that were one object', ['Ping', '{"a":', '1}'], 'Put the parameters in quotes'],
    ['a name nearly right', ['GetIntrument'], 'Did you mean GetInstrument'],
  ])('tells how it is used: %s', async (_name, args, words) => {
    expect(await called(args)).toEqual({ code: 1, text: '', logged: [expect.stringContaining(words)] });
  });

  it.each([
    ['parameters that are not JSON', ['Ping', '{bad'], 'The parameters are not JSON: {bad'],
    ['a time limit that is none', ['Ping', '{}', '--timeout', 'x'], '--timeout takes a whole number'],
    ['an option that is none', ['Ping', '--loud'], "Unknown option '--loud'"],
  ])('refuses %s', async (_name, args, words) => {
    await expect(called([...args, '--url', exchange.url])).rejects.toThrow(words);
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
    await expect(refusals[0]).rejects.toThrow('"0.1234567890123456789012"');
    await expect(refusals[1]).rejects.toThrow(
      'Nonsense should be left out, as there is no such field, but is 0.1',
    );
  });
});
