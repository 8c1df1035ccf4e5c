import { createClient, GetLevel1, request$ } from 'notbank-rx';
import { finalize, mergeMap, range, timeInterval } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient({ ...gateway, pace: { perSecond: 10, burst: 5 } });

range(1, 12)
  .pipe(
    mergeMap(() => request$(client, GetLevel1, { InstrumentId: 1 })),
    timeInterval(),
    finalize(client.close),
  )
  .subscribe(({ interval, value }) => console.log(`after ${interval} ms: bid ${value.BestBid}`));
