import { createClient, GenerateTradeActivityReport, ownAccount$, report$ } from 'notbank-rx';
import { filter, finalize, switchMap } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const endTime = new Date();
const startTime = new Date(endTime.getTime() - 86_400_000);

ownAccount$(client)
  .pipe(
    switchMap(({ AccountId }) =>
      report$(client, GenerateTradeActivityReport, { accountIdList: [AccountId], startTime, endTime }),
    ),
    filter((step) => step._tag === 'Done'),
    finalize(client.close),
  )
  .subscribe(({ text }) => console.log(text));
