// The page: a market on a screen, live from a simulated exchange, with buttons that break its link.
//
//   npm run page                      in a clone
//   PAGE_PORT=8080 npm run page       on a port of your choice
//   NOTBANK_URL=ws://127.0.0.1:4000/wsgateway npm run page
//                                     on an exchange of your own: `npx notbank-rx serve --port 4000`
//
// Outside a clone it needs two packages beside notbank-rx: esbuild and lightweight-charts.
import process from 'node:process';
import { firstValueFrom, fromEvent, merge } from 'rxjs';
import { bundlePage } from './server/bundle.mjs';
import { openMarket } from './server/market.mjs';
import { show } from './server/show.mjs';
import { servePage } from './server/site.mjs';

const { NOTBANK_URL: gateway, PAGE_PORT: port = '0', PAGE_MINUTES: minutes = '30' } = process.env;

try {
  const stopped = firstValueFrom(merge(fromEvent(process, 'SIGINT'), fromEvent(process, 'SIGTERM')));
  const script = await bundlePage();
  const market = await openMarket({ gateway, minutes: Number(minutes) });
  const site = await servePage({ script, market, port: Number(port) });
  console.log(`The exchange is at ${market.gateway}`);
  console.log(`The page is at ${site.url}`);
  if (process.stdout.isTTY && process.env.CI === undefined) show(site.url);
  await stopped;
  await site.close();
  await market.close();
} catch (error) {
  console.error(`The page failed: ${error.message}`);
  process.exitCode = 1;
}
