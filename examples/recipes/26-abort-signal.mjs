import { createClient, GetInstruments, request$ } from 'notbank-rx';
import { finalize } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const controller = new AbortController();

request$(client, GetInstruments, {}, { signal: controller.signal })
  .pipe(finalize(client.close))
  .subscribe({ error: ({ _tag, sent, message }) => console.log(`${_tag}, sent: ${sent}. ${message}`) });

controller.abort();
