import { createClient, trades$ } from 'notbank-rx';
import { filter, finalize, map, scan, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const lastMinute = (trades, trade) =>
  [...trades, trade].filter(({ TradeTime }) => TradeTime > trade.TradeTime - 60_000);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

trades$(client, { Symbol: 'BTCUSDT', history: 1_000 })
  .pipe(
    filter((item) => item._tag === 'Trade'),
    scan(lastMinute, []),
    map((trades) => sum(trades.map((t) => t.Price * t.Quantity)) / sum(trades.map((t) => t.Quantity))),
    take(10),
    finalize(client.close),
  )
  .subscribe((vwap) => console.log(`VWAP ${vwap.toFixed(2)}`));
