import { serve, type ServedExchange } from '../../src/simulator/node.ts';
import { runInProcess } from '../support/terminal.ts';

let served: ServedExchange;

beforeAll(async () => {
  served = await serve({ exchange: { crowd: 'off' } });
});

afterAll(async () => {
  await served.close();
});

const listed = (...args: readonly string[]) => runInProcess(['instruments', ...args, '--url', served.url]);

describe('instruments', () => {
  it('lists what is traded, in columns', async () => {
    const { ending, said, logged } = await listed();
    expect([ending, logged]).toEqual([0, '']);
    const [headings, first] = said.split('\n');
    expect(headings).toMatch(/^symbol +id +trades +in +price step +quantity step +status *$/);
    expect(first).toMatch(/^BTCUSDT +1 +BTC +USDT +0\.01 +0\.000001 +Running$/);
  });

  it('lists those whose symbol holds a text, and each as JSON where asked', async () => {
    const { said } = await listed('btc', '--json');
    const symbols = said.split('\n').map((line) => (JSON.parse(line) as { readonly Symbol: string }).Symbol);
    expect(symbols).toEqual(['BTCUSDT', 'BTCCLP', 'ETHBTC']);
  });

  it('names near symbols where none holds it', async () => {
    const { ending, said, logged } = await listed('BTCUSTD');
    expect({ ending, said }).toEqual({ ending: 2, said: '' });
    expect(logged).toContain('There is no instrument BTCUSTD. Did you mean BTCUSDT');
  });

  it('fails in one line where nobody answers', async () => {
    const { ending, logged } = await runInProcess(['instruments', '--url', 'ws://127.0.0.1:1']);
    expect(ending).toBe(1);
    expect(logged).toMatch(/^GetInstruments was not sent: .*ECONNREFUSED/);
  });
});
