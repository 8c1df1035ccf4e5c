import { createClient, orderBook$, whenLive } from 'notbank-rx';
import { finalize, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

orderBook$(client, { Symbol: 'BTCUSDT' })
  .pipe(whenLive(), take(3), finalize(client.close))
  .subscribe(({ best, top }) => {
    const { bids, asks } = top(10);
    console.log(`best ${best.bid?.price} | ${best.ask?.price}, ${bids.length} and ${asks.length} levels:`);
    bids.forEach((bid, i) => console.log(bid.quantity, bid.price, '|', asks[i]?.price, asks[i]?.quantity));
  });
