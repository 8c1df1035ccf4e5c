import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { demoUsers } from '../../src/simulator/index.ts';
import { serve } from '../../src/simulator/node.ts';

const [{ apiKey, secret, userId }] = demoUsers;
const bid = { AccountId: 7, InstrumentId: 1, Side: 'Buy', OrderType: 'Limit', TimeInForce: 'GTC' } as const;

describe('the watchdog', () => {
  it('cancels what is open when the heartbeat stops, and not before', async () => {
    const { url, exchange, close } = await serve();
    exchange.market.sendOrder({ ...bid, Quantity: '0.5', LimitPrice: '100.00' });
    const open = (): unknown => exchange.market.openOrders(7);
    const watchdog = spawn(process.execPath, [join(__dirname, '../../examples/watchdog/main.mjs')], {
      env: {
        ...{ PATH: process.env['PATH'], NOTBANK_URL: url, NOTBANK_API_KEY: apiKey, NOTBANK_SECRET: secret },
        ...{ NOTBANK_USER_ID: String(userId), WATCHDOG_PATIENCE: '2000' },
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    watchdog.stdout.setEncoding('utf8');
    const opened = new Promise<void>((resolve) => {
      watchdog.stdout.on('data', (text: string) => {
        said += text;
        if (said.includes('Open\n')) resolve();
      });
    });
    await opened;
    watchdog.stdin.write('alive\n');
    expect(open()).toMatchObject({ _tag: 'Right', right: { length: 1 } });

    watchdog.stdin.end();
    await once(watchdog, 'close');
    expect(open()).toMatchObject({ _tag: 'Right', right: { length: 0 } });
    expect(said).toMatch(/Sent\n(Progress\n)*Done\n/);
    await close();
  }, 60_000);
});
