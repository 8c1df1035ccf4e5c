import { createClient, ownAccount$ } from 'notbank-rx';
import { finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);

client.traffic$.subscribe(({ direction, text }) => console.log(direction === 'in' ? '<' : '>', text));

ownAccount$(client)
  .pipe(finalize(client.close))
  .subscribe(({ AccountId }) => console.log(`account ${AccountId}`));
