import { createClient, GetInstruments, request$ } from 'notbank-rx';
import { finalize } from 'rxjs';

/** Nobody listens there. */
const client = createClient({ url: 'ws://127.0.0.1:9/' });

request$(client, GetInstruments, {}, { timeout: 300 })
  .pipe(finalize(client.close))
  .subscribe({
    next: (instruments) => console.log(`${instruments.length} instruments`),
    error: ({ _tag, sent, message }) => console.log(`${_tag}, sent: ${sent}. ${message}`),
  });
