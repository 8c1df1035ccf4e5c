import { createClient, ownAccount$, placeOrder$ } from 'notbank-rx';
import { finalize, switchMap } from 'rxjs';
import { gateway } from './gateway.mjs';

const client = createClient(gateway);
const terms = { InstrumentId: 1, Side: 'Buy', OrderType: 'Market', TimeInForce: 'IOC' };
const buy$ = (account) => placeOrder$(client, { ...account, ...terms, Quantity: '0.01' });

client.state$.subscribe(({ _tag }) => console.log('connection:', _tag));
ownAccount$(client)
  .pipe(switchMap(buy$), finalize(client.close))
  .subscribe(({ _tag, how, executed }) => {
    console.log(`order: ${_tag}, ${executed} filled, known by: ${how}`);
    // It has left and its answer is on the way: the worst moment to lose the connection.
    if (_tag === 'Sent') client.reconnect();
  });
