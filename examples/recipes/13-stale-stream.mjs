import { createClient, follow$, SubscribeLevel1 } from 'notbank-rx';
import { finalize, take } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
/** How much silence is suspicious depends on the stream, in milliseconds; 20 is for the show. */
const quietAfter = 20;

follow$(client, SubscribeLevel1, { Symbol: 'BTCUSDT' }, { quietAfter })
  .pipe(take(6), finalize(client.close))
  .subscribe(({ status, asOf, state }) =>
    console.log(status, state?.BestBid ?? '-', asOf > 0 ? `as of ${new Date(asOf).toISOString()}` : ''),
  );
